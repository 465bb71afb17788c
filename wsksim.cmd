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

if not defined JAVA_HOME goto java_from_path
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto java_found
>&2 echo wsksim: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it
exit /b 70

:java_from_path
set "JAVA=java.exe"
where /q java.exe && goto java_found
>&2 echo wsksim: no Java found: install a JDK (17 or newer) and set JAVA_HOME, or put java on the PATH
exit /b 70

:java_found
if not defined WSKSIM_OPTS goto options_good
"%JAVA%" %WSKSIM_OPTS% -version >nul 2>&1 && goto options_good
>&2 "%JAVA%" %WSKSIM_OPTS% -version
>&2 echo wsksim: Java cannot start with the options in WSKSIM_OPTS
exit /b 70

:options_good
call :find_jar && goto run
call :prepare || exit /b 70

:run
"%JAVA%" -XX:+UseSerialGC -Xshare:auto %WSKSIM_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

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
call :find_jar || call :build
set "RESULT=%ERRORLEVEL%"
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
del /q "%STAMP%" "%BUILT%\wsksim-cli-*-all.jar" 2>nul
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
