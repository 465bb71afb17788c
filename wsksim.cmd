@echo off
rem Runs wsksim from a checkout. Builds it on first use, and again whenever a source file is newer than what was built.
rem
rem   JAVA_HOME     the JDK to build and run with (17 or newer); without it, the java on the PATH
rem   WSKSIM_OPTS   further options for the Java virtual machine
rem
rem Exit code 70: the launcher could not build or start wsksim. All other codes are wsksim's own (see README.md).
setlocal EnableExtensions DisableDelayedExpansion

set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "BUILT=%ROOT%\cli\target\quick"
set "STAMP=%BUILT%\launcher.stamp"
set "LOCK=%BUILT%\launcher.lock"
set "JAR="
set "MAIN=dev.wsksim.cli.WsksimMain"

if not defined JAVA_HOME goto java_from_path
set "JAVA=%JAVA_HOME%\bin\java.exe"
set "JDK=%JAVA_HOME%"
if exist "%JAVA%" goto java_found
>&2 echo wsksim: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it
exit /b 70

:java_from_path
set "JAVA="
for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if not defined JAVA goto no_java
for %%d in ("%JAVA%\..\..") do set "JDK=%%~fd"
goto java_found

:no_java
>&2 echo wsksim: no Java found: install a JDK (17 or newer) and set JAVA_HOME, or put java on the PATH
exit /b 70

:java_found
call :java_version
if %MAJOR% GEQ 17 goto java_good
>&2 echo wsksim: Java 17 or newer is needed, but %JAVA% is version %VERSION%
exit /b 70

:java_good
rem What makes a start with the archive quicker; the script wsksim says why.
set "QUICK=-XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-BytecodeVerificationRemote"
set "ARCHIVE=%BUILT%\wsksim-%VERSION%.jsa"
set "CACHE=SharedArchiveFile"
if %MAJOR% GEQ 25 set "CACHE=AOTCache"
if not defined WSKSIM_OPTS goto options_good
"%JAVA%" %WSKSIM_OPTS% -version >nul 2>&1 && goto options_good
>&2 "%JAVA%" %WSKSIM_OPTS% -version
>&2 echo wsksim: Java cannot start with the options in WSKSIM_OPTS
exit /b 70

:options_good
call :find_jar
if errorlevel 1 goto prepare_first
if exist "%ARCHIVE%" goto run
:prepare_first
call :prepare
if errorlevel 1 exit /b 70

:run
rem The first compiler is done sooner; only who measures speed waits for the second. What WSKSIM_OPTS chooses counts.
set "COMPILER=-XX:TieredStopAtLevel=1"
if "%~1"=="bench" set "COMPILER="
set "COLLECTOR=-XX:+UseSerialGC"
if not defined WSKSIM_OPTS goto options_known
call :unless_chosen Tiered COMPILER
call :unless_chosen -Xint COMPILER
call :unless_chosen -Xcomp COMPILER
call :unless_chosen GC COLLECTOR
:options_known
set "START="
for %%a in ("%ARCHIVE%") do if %%~za GTR 0 set START=%QUICK% "-XX:%CACHE%=%ARCHIVE%"
if defined START if %MAJOR% GEQ 25 set START=-Xlog:aot=off:stderr %START%
rem What the virtual machine has to say goes to standard error, where it cannot spoil a report.
"%JAVA%" -Xlog:disable -Xlog:all=warning:stderr -Xlog:cds=off:stderr -Xlog:cds+dynamic=off:stderr %COLLECTOR% %COMPILER% %START% %WSKSIM_OPTS% -cp "%JAR%" %MAIN% %*
exit /b %ERRORLEVEL%

rem Clears a variable if a word is in WSKSIM_OPTS.
:unless_chosen
setlocal EnableDelayedExpansion
set "REST=!WSKSIM_OPTS:%~1=!"
if "!REST!"=="!WSKSIM_OPTS!" exit /b 0
endlocal
set "%~2="
exit /b 0

rem Sets VERSION and MAJOR. The release file tells the version without starting a virtual machine.
:java_version
set "VERSION="
set "MAJOR=0"
if exist "%JDK%\release" for /f "usebackq tokens=1,2 delims==" %%k in ("%JDK%\release") do (
  if "%%k"=="JAVA_RUNTIME_VERSION" set VERSION=%%l
  if "%%k"=="JAVA_VERSION" if not defined VERSION set VERSION=%%l
)
if defined VERSION goto version_known
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1"') do if not defined VERSION set VERSION=%%v
if not defined VERSION set "VERSION=unknown"
:version_known
set VERSION=%VERSION:"=%
for /f "tokens=1 delims=.+-_" %%m in ("%VERSION%") do set /a MAJOR=%%m 2>nul
exit /b 0

rem Sets JAR to the built command line; fails if there is none, or if a source is newer than the build.
:find_jar
set "JAR="
for %%f in ("%BUILT%\wsksim-cli-*-all.jar") do set "JAR=%%~ff"
if not defined JAR exit /b 1
if not exist "%STAMP%" exit /b 1
powershell -NoProfile -NonInteractive -Command ^
  "$t = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $r = $env:ROOT;" ^
  "$roots = 'pom.xml', '.mvn', 'simulator\pom.xml', 'simulator\src\main', 'scenarios\pom.xml', 'scenarios\src\main', 'cli\pom.xml', 'cli\src\main' | ForEach-Object { Join-Path $r $_ };" ^
  "if (Get-Item -LiteralPath $roots | ForEach-Object { $_; if ($_.PSIsContainer) { Get-ChildItem -LiteralPath $_.FullName -Recurse } } | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%

rem One launcher at a time builds; the others wait for it.
:prepare
if not exist "%BUILT%" md "%BUILT%"
set /a WAITED=0
:lock
md "%LOCK%" 2>nul && goto locked
if %WAITED%==0 >&2 echo wsksim: another wsksim is preparing this checkout; waiting for it
set /a WAITED+=1
if %WAITED% GEQ 600 (
  >&2 echo wsksim: gave up waiting; if no other wsksim is at work, remove "%LOCK%"
  exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto lock
:locked
call :find_jar
if errorlevel 1 call :build
set "RESULT=%ERRORLEVEL%"
if %RESULT%==0 if not exist "%ARCHIVE%" call :train
rd "%LOCK%"
exit /b %RESULT%

:build
where /q mvn || (
  >&2 echo wsksim: Maven is needed to build wsksim, and no mvn is on the PATH: install Apache Maven 3.8.7 or newer
  exit /b 1
)
if defined JAR (
  >&2 echo wsksim: the sources have changed, building ...
) else (
  >&2 echo wsksim: first use, building ^(a minute or so if Maven has to fetch its plugins^) ...
)
del /f /q "%STAMP%" "%BUILT%\*.jsa" "%BUILT%\wsksim-cli-*-all.jar" 2>nul
rem The stamp is as old as the start of the build: a file that is saved meanwhile counts as newer.
type nul >"%STAMP%.new"
pushd "%ROOT%"
call mvn -B -ntp -Dquick -pl cli -am package >"%BUILT%\build.log" 2>&1 <nul
set "RESULT=%ERRORLEVEL%"
popd
if not %RESULT%==0 (
  >&2 type "%BUILT%\build.log"
  >&2 echo wsksim: the build failed; its log is above and in "%BUILT%\build.log"
  exit /b 1
)
move /y "%STAMP%.new" "%STAMP%" >nul
for %%f in ("%BUILT%\wsksim-cli-*-all.jar") do set "JAR=%%~ff"
if exist "%JAR%" exit /b 0
>&2 echo wsksim: the build left no wsksim-cli-*-all.jar in "%BUILT%"; see "%BUILT%\build.log"
exit /b 1

rem Makes the archive of the classes of wsksim and of Java for this Java; an empty file says that there is none. It gets
rem its final name when it is whole and has been seen to work.
:train
>&2 echo wsksim: first use with Java %VERSION%, preparing a quicker start ...
set "NEW=%ARCHIVE%.new"
set "SAMPLE=%ROOT%\scenarios\src\main\resources\scenarios\wsk\WskSocketConnect\outcomes"
del /f /q "%NEW%*" 2>nul
if %MAJOR% GEQ 25 goto train_cache
call :learn --version
call :learn --help
call :learn list wsk/WskSocketConnect
call :learn explain WskSocketConnect
call :learn check "%SAMPLE%"
call :learn trace "%SAMPLE%\refused-on-windows-7.yaml" --variant family=ipv4 --json
call :learn run "%SAMPLE%\refused-on-windows-7.yaml" --verbose
call :learn run wsk/WskSocketConnect --json "%NEW%.json"
call :dump "%NEW%.classes"
if errorlevel 1 call :dump "%NEW%.list"
goto train_try
:train_cache
"%JAVA%" -XX:+UseSerialGC "-XX:AOTCacheOutput=%NEW%" -cp "%JAR%" %MAIN% run wsk/WskSocketConnect >nul 2>&1 <nul
:train_try
"%JAVA%" %QUICK% -XX:+UseSerialGC "-XX:%CACHE%=%NEW%" -cp "%JAR%" %MAIN% --version >nul 2>&1 <nul || del /f /q "%NEW%" 2>nul
if not exist "%NEW%" type nul >"%NEW%"
move /y "%NEW%" "%ARCHIVE%" >nul
del /f /q "%NEW%.*" 2>nul
exit /b 0

rem Notes which classes a call of wsksim loads.
:learn
"%JAVA%" -XX:+UseSerialGC "-XX:DumpLoadedClassList=%NEW%.list" -cp "%JAR%" %MAIN% %* >nul 2>&1 <nul
type "%NEW%.list" >>"%NEW%.classes" 2>nul
exit /b 0

rem Writes the archive from a list of classes.
:dump
"%JAVA%" "-XX:ErrorFile=%NEW%.error" -Xshare:dump "-XX:SharedClassListFile=%~1" "-XX:SharedArchiveFile=%NEW%" -cp "%JAR%" >nul 2>&1 <nul
if not exist "%NEW%" exit /b 1
for %%a in ("%NEW%") do if %%~za GTR 0 exit /b 0
exit /b 1
