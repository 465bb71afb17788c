'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const ROW = 18;                 // the least height of a row that can be read, in pixels
  const TALLEST = 8e6;            // browsers do not draw elements much taller than this
  const GUTTER = 96;              // the column of times
  let run = null;                 // what is shown

  // ---- the list of runs ----

  const rows = [...byId('run-rows').rows];
  const listRuns = () => {
    const text = byId('find-run').value.toLowerCase(), verdict = byId('find-verdict').value;
    let count = 0;
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(text) && (!verdict || row.cells[0].textContent === verdict);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    byId('run-count').textContent = count + ' of ' + rows.length;
  };
  new Set(rows.map(row => row.cells[0].textContent)).forEach(verdict => byId('find-verdict').add(new Option(verdict)));
  byId('find-run').addEventListener('input', listRuns);
  byId('find-verdict').addEventListener('change', listRuns);

  // ---- reading the pieces of a run ----

  const inflate = async text => {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await new Response(stream).text());
  };

  const fill = (target, offset, text) => {
    const numbers = text.split(',');
    for (let i = 0; i < numbers.length; i++) target[offset + i] = +numbers[i];
  };

  class Run {
    constructor(number) {
      this.number = number;
      Object.assign(this, JSON.parse(byId('head-' + number).textContent));
      const n = this.entries;
      this.times = new Float64Array(n);
      this.causes = new Int32Array(n);
      this.layerOf = new Uint8Array(n);
      this.kindOf = new Uint16Array(n);
      this.from = new Int16Array(n);
      this.to = new Int16Array(n);
      this.main = new Uint8Array(n);
      this.lineOf = new Int32Array(n);
      this.entityOf = new Int32Array(n);
      this.partner = new Int32Array(n).fill(-1);   // where a packet that was sent arrived, or was lost
      this.labels = [];
      this.entriesOf = new Map();
      this.records = new Map();
      this.read = 0;
    }

    // Reads all columns, and lets the page breathe in between.
    async readColumns(progress) {
      const delivered = this.kinds.indexOf('packet-delivered'), dropped = this.kinds.indexOf('packet-dropped');
      let time = 0, last = performance.now();
      for (let piece = 0; this.read < this.entries; piece++) {
        const columns = await inflate(byId('columns-' + this.number + '-' + piece).textContent);
        const at = this.read, count = columns.labels.length;
        fill(this.times, at, columns.times);
        fill(this.causes, at, columns.causes);
        fill(this.layerOf, at, columns.layers);
        fill(this.kindOf, at, columns.kinds);
        fill(this.from, at, columns.starts);
        fill(this.to, at, columns.ends);
        fill(this.main, at, columns.mains);
        fill(this.lineOf, at, columns.yaml);
        fill(this.entityOf, at, columns.entities);
        this.labels.push(columns.labels);
        for (let i = at; i < at + count; i++) {
          time += this.times[i];
          this.times[i] = time;
          const kind = this.kindOf[i];
          if ((kind === delivered || kind === dropped) && this.causes[i]) this.partner[this.causes[i] - 1] = i;
          const entity = this.entityOf[i];
          if (entity >= 0) {
            if (!this.entriesOf.has(entity)) this.entriesOf.set(entity, []);
            this.entriesOf.get(entity).push(i);
          }
        }
        this.read = at + count;
        if (performance.now() - last > 30) {
          progress(this.read);
          await new Promise(done => setTimeout(done));
          last = performance.now();
          if (run !== this) return false;
        }
      }
      return true;
    }

    label(i) { return this.labels[Math.floor(i / this.piece)][i % this.piece]; }
    kind(i) { return this.kinds[this.kindOf[i]]; }

    // Returns a record; a few pieces are kept.
    async record(i) {
      const piece = Math.floor(i / this.piece);
      if (!this.records.has(piece)) {
        if (this.records.size >= 24) this.records.delete(this.records.keys().next().value);
        this.records.set(piece, inflate(byId('records-' + this.number + '-' + piece).textContent));
      }
      return (await this.records.get(piece))[i % this.piece];
    }
  }

  // ---- what is shown of it, and where ----

  let shown = new Int32Array(0);  // the entries that pass the filter, in order
  let tops = new Float64Array(1); // where each of them begins, in pixels, and the end of the last
  let selected = 0;               // an entry
  let filtering = 0;              // counts filters, so that an old one gives up

  const filter = async () => {
    const mine = ++filtering, it = run;
    const everything = byId('shown').value === 'all', layer = byId('layer').value, about = byId('about').value;
    const says = byId('says').value.toLowerCase();
    const layerNumber = layer === '' ? -1 : it.layers.indexOf(layer);
    const kept = [];
    for (let i = 0; i < it.read; i++) {
      if ((everything || it.main[i]) && (layerNumber < 0 || it.layerOf[i] === layerNumber)
          && (about === '' || it.entityOf[i] === +about)) {
        if (says === '') kept.push(i);
        else if ((await it.record(i)).text.toLowerCase().includes(says)) kept.push(i);
        if (mine !== filtering || run !== it) return;
      }
    }
    shown = Int32Array.from(kept);
    byId('shown-count').textContent = shown.length + ' of ' + it.entries + ' entries';
    place();
  };

  const place = () => {
    const zoom = +byId('zoom').value, byTime = byId('scale').value === 'time';
    const height = ROW + zoom / 100 * 30;
    const perNano = byTime ? Math.pow(10, zoom / 20 - 3) / 1e3 : 0;   // from a pixel a millisecond upwards
    tops = new Float64Array(shown.length + 1);
    let top = 4;
    for (let row = 0; row < shown.length; row++) {
      if (row > 0) {
        const gap = run.times[shown[row]] - run.times[shown[row - 1]];
        top += byTime ? Math.max(ROW, Math.min(gap * perNano, 4000)) : gap > 0 ? height + 6 : height;
      }
      tops[row] = top;
    }
    tops[shown.length] = top + height + 20;
    byId('extent').style.height = Math.min(TALLEST, Math.max(tops[shown.length], view.clientHeight)) + 'px';
    drawLanes();
    reveal();
    draw();
  };

  const view = byId('diagram');
  let top = 0;                    // the first pixel that is seen, of the whole height
  let ownScroll = false;
  const whole = () => Math.max(0, tops[shown.length] - view.clientHeight);
  const scrollable = () => Math.max(1, view.scrollHeight - view.clientHeight);
  const scrollTo = pixel => {
    top = Math.max(0, Math.min(whole(), pixel));
    ownScroll = true;
    view.scrollTop = whole() === 0 ? 0 : top / whole() * scrollable();
    draw();
  };
  view.addEventListener('scroll', () => {
    if (ownScroll) { ownScroll = false; return; }
    top = view.scrollTop / scrollable() * whole();
    draw();
  });
  // Where a pixel of the scroll bar stands for many, the wheel still moves by its own measure.
  view.addEventListener('wheel', event => {
    if (whole() > TALLEST) { event.preventDefault(); scrollTo(top + event.deltaY); }
  }, { passive: false });

  const rowAt = pixel => {
    let low = 0, high = shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle] < pixel) low = middle + 1; else high = middle;
    }
    return low;
  };
  const rowOf = entry => {
    let low = 0, high = shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shown[middle] < entry) low = middle + 1; else high = middle;
    }
    return low;                   // the row of the entry, or of the first one after it
  };

  const laneX = lane => GUTTER + (lane + .5) * (view.clientWidth - GUTTER) / run.lanes.length;
  const drawLanes = () => {
    byId('lanes').replaceChildren(...run.lanes.map((name, lane) => {
      const span = document.createElement('span');
      span.textContent = name;
      span.style.left = laneX(lane) + 'px';
      span.style.maxWidth = (view.clientWidth - GUTTER) / run.lanes.length - 8 + 'px';
      return span;
    }));
  };

  const SVG = 'http://www.w3.org/2000/svg';
  const svg = (name, attributes, text) => {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const timeText = nanos => {
    const units = [[1e9, 's'], [1e6, 'ms'], [1e3, 'us']];
    for (const [size, unit] of units) if (nanos >= size || (nanos === 0 && unit === 's')) return +(nanos / size).toPrecision(12) + unit;
    return nanos + 'ns';
  };

  const arrowHead = (x, y, dx, dy) => {
    const length = Math.hypot(dx, dy) || 1, ux = dx / length, uy = dy / length;
    return `M${x - 8 * ux + 4 * uy} ${y - 8 * uy - 4 * ux}L${x} ${y}L${x - 8 * ux - 4 * uy} ${y - 8 * uy + 4 * ux}`;
  };

  let drawn = 0;
  const draw = async () => {
    const mine = ++drawn, it = run;
    if (!it || it.read < it.entries) return;
    const height = view.clientHeight, first = Math.max(0, rowAt(top - 60) - 1), last = Math.min(shown.length, rowAt(top + height) + 1);
    const picture = [], options = [];
    for (let lane = 0; lane < it.lanes.length; lane++)
      picture.push(svg('line', { class: 'lane', x1: laneX(lane), x2: laneX(lane), y1: 0, y2: height }));
    drawBars(picture, height);
    const y = row => tops[row] - top + ROW / 2;
    // Packets that were sent above may arrive here.
    for (let row = Math.max(0, first - 400); row < first; row++)
      if (it.partner[shown[row]] >= 0 && rowOf(it.partner[shown[row]]) > first) drawArrow(picture, row, y);
    for (let row = first; row < last; row++) {
      const entry = shown[row];
      const option = document.createElement('div');
      option.setAttribute('role', 'option');
      option.id = 'entry-' + entry;
      option.setAttribute('aria-selected', entry === selected);
      option.style.top = tops[row] - top + 'px';
      option.style.height = ROW + 'px';
      const fresh = row === 0 || it.times[entry] !== it.times[shown[row - 1]] || row === first;
      option.textContent = fresh ? timeText(it.times[entry]) : '';
      options.push(option);
      drawArrow(picture, row, y);
    }
    const texts = await Promise.all(options.map((option, i) => it.record(shown[first + i])));
    if (mine !== drawn || run !== it) return;
    options.forEach((option, i) => {
      const unseen = document.createElement('span');
      unseen.className = 'unseen';
      unseen.textContent = ' ' + texts[i].text;
      option.append(unseen);
      option.title = '#' + texts[i].number + ' ' + texts[i].text;
      const entry = shown[first + i];
      if (it.to[entry] < 0 || !it.label(entry)) drawNote(picture, first + i, y, texts[i].text);
    });
    byId('arrows').replaceChildren(...picture);
    byId('rows').replaceChildren(...options);
    const active = byId('entry-' + selected);
    if (active) byId('rows').setAttribute('aria-activedescendant', active.id);
    else byId('rows').removeAttribute('aria-activedescendant');
  };

  const classOf = kind => kind.startsWith('packet') ? 'packet' : kind === 'irp-completed' || kind.startsWith('callback') ? 'completion' : 'call';

  const drawArrow = (picture, row, y) => {
    const it = run, entry = shown[row], kind = it.kind(entry), label = it.label(entry);
    if (it.to[entry] < 0 || !label) return;
    const x1 = laneX(it.from[entry]);
    let x2 = laneX(it.to[entry]), y1 = y(row), y2 = y1, kindClass = classOf(kind), lost = false;
    if (kind === 'packet-sent') {
      const end = it.partner[entry];
      if (end >= 0) {
        const endRow = rowOf(end);
        const reached = endRow < shown.length ? y(endRow) : y1;
        y2 = it.times[end] > it.times[entry] ? Math.max(y1 + 6, shown[endRow] === end ? reached : reached - ROW / 2) : y1;
        lost = it.kind(end) === 'packet-dropped';
      }
      if (lost) { x2 = (x1 + x2) / 2; y2 = (y1 + y2) / 2; kindClass = 'lost'; }
    }
    picture.push(svg('line', { class: kindClass, x1, y1, x2, y2, 'stroke-dasharray': kind.endsWith('returned') ? '4 3' : 'none' }));
    picture.push(svg('path', { class: kindClass, d: lost ? `M${x2 - 5} ${y2 - 5}l10 10m0 -10l-10 10` : arrowHead(x2, y2, x2 - x1, y2 - y1) }));
    const text = svg('text', { x: (x1 + laneX(it.to[entry])) / 2, y: y1 - 2 + (y2 - y1) / 4, 'text-anchor': 'middle' }, label);
    picture.push(text);
  };

  const drawNote = (picture, row, y, text) => {
    const entry = shown[row], x = laneX(run.from[entry]);
    const right = x > view.clientWidth * .6;
    picture.push(svg('circle', { class: 'dot', cx: x, cy: y(row), r: 3 }));
    const label = run.label(entry) || text, room = Math.floor((right ? x - GUTTER : view.clientWidth - x) / 6.2);
    picture.push(svg('text', { x: right ? x - 8 : x + 8, y: y(row) + 4, 'text-anchor': right ? 'end' : 'start' },
      label.length > room ? label.slice(0, Math.max(3, room - 3)) + '...' : label));
  };

  // An IRP is a bar on the lifeline of the Winsock Kernel from where it is taken to where it is completed.
  const drawBars = (picture, height) => {
    const lane = run.lanes.indexOf('Winsock Kernel');
    if (lane < 0) return;
    for (const bar of run.bars) {
      const from = rowOf(bar.from), to = rowOf(bar.to);
      if (from >= shown.length) continue;
      const y1 = tops[from] - top + ROW / 2, y2 = (to < shown.length ? tops[to] : tops[shown.length]) - top + ROW / 2;
      if (y2 < 0 || y1 > height) continue;
      picture.push(svg('rect', { class: 'bar', x: laneX(lane) - 3 + bar.slot * 7, y: Math.max(-5, y1), width: 5, height: Math.max(2, Math.min(height + 5, y2) - Math.max(-5, y1)) }));
    }
  };
  const findBars = it => {
    const taken = it.kinds.indexOf('irp-taken'), completed = it.kinds.indexOf('irp-completed');
    it.bars = [];
    const ends = [];              // of each slot, the entry until which it is taken
    for (const [entity, entries] of it.entriesOf) {
      if (!it.entities[entity].startsWith('IRP ')) continue;
      let from = -1;
      for (const entry of entries) {
        if (it.kindOf[entry] === taken && from < 0) from = entry;
        else if (it.kindOf[entry] === completed && from >= 0) { it.bars.push({ from, to: entry, slot: 0 }); from = -1; }
      }
      if (from >= 0) it.bars.push({ from, to: it.entries - 1, slot: 0 });
    }
    it.bars.sort((a, b) => a.from - b.from);
    for (const bar of it.bars) {
      let slot = 0;
      while (ends[slot] !== undefined && ends[slot] >= bar.from) slot++;
      ends[slot] = bar.to;
      bar.slot = slot % 8;
    }
  };

  // ---- one entry, and the state at it ----

  const select = entry => {
    selected = Math.max(0, Math.min(run.entries - 1, entry));
    byId('instant').value = selected;
    byId('instant-text').textContent = timeText(run.times[selected]) + ', entry ' + (selected + 1);
    reveal();
    draw();
    lightLine(run.lineOf[selected]);
    showRecord(selected);
    showState(selected);
  };

  const reveal = () => {
    const row = Math.min(rowOf(selected), shown.length - 1);
    if (row < 0) return;
    const y = tops[row];
    if (y < top + ROW || y > top + view.clientHeight - 2 * ROW) scrollTo(y - view.clientHeight / 3);
  };

  // The lines of all files are counted in one row; people count those of one file.
  const placeOf = (it, line) => {
    const heading = it.files.map(Number).filter(number => number < line).pop() || 0;
    return 'line ' + (line - heading) + (heading ? ' of ' + it.yaml[heading - 1] : '');
  };

  const lightLine = line => {
    byId('yaml').querySelectorAll('.lit').forEach(old => { old.classList.remove('lit'); old.removeAttribute('aria-current'); });
    const item = line > 0 ? byId('yaml').children[line - 1] : null;
    if (item) {
      item.classList.add('lit');
      item.setAttribute('aria-current', 'true');
      const list = byId('yaml');
      if (item.offsetTop - list.offsetTop < list.scrollTop || item.offsetTop - list.offsetTop > list.scrollTop + list.clientHeight - 20)
        list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 3;
    }
  };

  const pair = (list, name, value) => {
    const term = document.createElement('dt'), text = document.createElement('dd');
    term.textContent = name;
    if (value instanceof Node) text.append(value); else text.textContent = value;
    list.append(term, text);
  };
  const goTo = (text, entry) => {
    const button = document.createElement('button');
    button.className = 'link';
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => select(entry));
    return button;
  };

  const showRecord = async entry => {
    const it = run, record = await it.record(entry);
    if (run !== it || selected !== entry) return;
    const list = document.createElement('dl');
    pair(list, 'entry', record.number);
    pair(list, 'time', timeText(record.timeNanos));
    pair(list, 'layer', record.layer);
    pair(list, 'kind', record.kind);
    pair(list, 'says', record.text);
    for (const [name, value] of Object.entries(record.fields)) pair(list, name, Array.isArray(value) ? value.join(', ') : String(value));
    byId('record').replaceChildren(list);
    const chain = document.createElement('dl');
    let at = record.cause;
    for (let step = 0; at > 0 && step < 12; step++) {
      const cause = await it.record(at - 1);
      if (run !== it || selected !== entry) return;
      pair(chain, step === 0 ? 'because' : '', goTo('#' + cause.number + ' ' + cause.text, at - 1));
      at = cause.cause;
    }
    if (at > 0) pair(chain, '', '...');
    byId('record').append(chain);
  };

  const showState = async entry => {
    const it = run, list = document.createElement('dl');
    let left = 60;
    for (const [entity, entries] of it.entriesOf) {
      let low = 0, high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle] <= entry) low = middle + 1; else high = middle;
      }
      if (low === 0) continue;
      if (left-- === 0) { pair(list, '', '... and more'); break; }
      const last = entries[low - 1], text = it.label(last) || (await it.record(last)).text;
      if (run !== it || selected !== entry) return;
      pair(list, it.entities[entity], goTo(text, last));
    }
    if (!list.children.length) pair(list, '', 'no IRP, socket or connection yet');
    byId('state').replaceChildren(list);
  };

  const nextInstant = direction => {
    let row = Math.min(rowOf(selected), shown.length - 1);
    if (row < 0) return;
    const now = run.times[shown[row]];
    while (row + direction >= 0 && row + direction < shown.length && run.times[shown[row]] === now) row += direction;
    if (direction < 0) while (row > 0 && run.times[shown[row - 1]] === run.times[shown[row]]) row--;
    select(shown[row]);
  };
  const moveBy = count => {
    if (!shown.length) return;
    const row = rowOf(selected), here = shown[row] === selected;
    select(shown[Math.max(0, Math.min(shown.length - 1, row + (here || count < 0 ? count : count - 1)))]);
  };

  byId('rows').addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(view.clientHeight / ROW) - 2);
    const keys = {
      ArrowDown: () => moveBy(1), ArrowUp: () => moveBy(-1), PageDown: () => moveBy(page), PageUp: () => moveBy(-page),
      ArrowRight: () => nextInstant(1), ArrowLeft: () => nextInstant(-1),
      Home: () => shown.length && select(shown[0]), End: () => shown.length && select(shown[shown.length - 1]),
      c: () => run.causes[selected] && select(run.causes[selected] - 1),
    };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  byId('rows').addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) select(+option.id.slice('entry-'.length));
  });
  byId('yaml').addEventListener('click', event => {
    const item = event.target.closest('li');
    if (!item) return;
    const line = [...byId('yaml').children].indexOf(item) + 1, entry = run.lineOf.indexOf(line);
    if (entry >= 0) select(entry);
  });
  byId('instant').addEventListener('input', () => select(+byId('instant').value));
  for (const id of ['shown', 'layer', 'about']) byId(id).addEventListener('change', filter);
  let typing = 0;
  byId('says').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(filter, 250); });
  for (const id of ['scale', 'zoom']) byId(id).addEventListener('input', place);
  addEventListener('resize', () => { if (run) { place(); } });

  // ---- opening a run ----

  const options = (select, values) => {
    select.length = 1;
    values.forEach(([value, text]) => select.add(new Option(text, value)));
  };

  const open = async number => {
    if (!byId('head-' + number)) return;
    const it = run = new Run(number);
    byId('viewer').hidden = false;
    byId('viewer-title').textContent = it.name;
    byId('viewer-facts').textContent = it.verdict + ', seed ' + it.seed + ', profile ' + it.profile + ', ' + it.entries + ' entries, ' + it.file;
    byId('viewer-findings').replaceChildren();
    const found = new Set(it.findings.map(finding => finding.line));
    byId('yaml').replaceChildren(...it.yaml.map((text, i) => {
      const item = document.createElement('li');
      item.textContent = text;
      if (found.has(i + 1)) item.className = 'finding';
      if (it.files.includes(String(i + 1))) item.className = 'file';
      return item;
    }));
    shown = new Int32Array(0);
    tops = new Float64Array(1);
    top = 0;
    byId('rows').replaceChildren();
    byId('arrows').replaceChildren();
    byId('viewer-title').focus();
    if (typeof DecompressionStream === 'undefined') {
      byId('shown-count').textContent = 'this browser cannot read the trace: it has no DecompressionStream';
      return;
    }
    const done = await it.readColumns(read => { byId('shown-count').textContent = 'reading ' + read + ' of ' + it.entries; });
    if (!done || run !== it) return;
    findBars(it);
    byId('instant').max = Math.max(0, it.entries - 1);
    options(byId('layer'), it.layers.map(name => [name, name]));
    options(byId('about'), it.entities.slice(0, 500).map((name, i) => [i, name]));
    byId('viewer-findings').replaceChildren(...it.findings.map(finding => {
      const item = document.createElement('li');
      const text = finding.at + ': ' + finding.title + ' [' + finding.kind + ']' + (finding.line ? ', ' + placeOf(it, finding.line) : '');
      item.append(finding.entry ? goTo(text, finding.entry - 1) : text);
      return item;
    }));
    await filter();
    if (run === it && it.entries) select(it.findings.length && it.findings[0].entry ? it.findings[0].entry - 1 : shown.length ? shown[0] : 0);
  };

  const route = () => {
    const match = /^#run-(\d+)$/.exec(location.hash);
    if (match) open(+match[1]);
  };
  addEventListener('hashchange', route);
  listRuns();
  const failed = rows.findIndex(row => row.className !== 'passed');
  if (location.hash) route(); else if (rows.length) open(Math.max(0, failed));
})();
