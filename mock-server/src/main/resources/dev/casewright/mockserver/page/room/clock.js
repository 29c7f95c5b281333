// The clock of the space, and how its reports and cases go on by themselves.

import { ofSpace } from './api.js';
import { button, el, labelled, show } from './dom.js';
import { act } from './notice.js';

const place = document.getElementById('clock');
const now = el('p', { class: 'now' });
const by = el('input', { value: 'PT1H', size: '8', autocomplete: 'off', 'data-key': 'clock-by' });
const cases = el('input', { size: '9', autocomplete: 'off', 'data-key': 'progress-cases' });
const reports = el('input', { size: '9', autocomplete: 'off', 'data-key': 'progress-reports' });
let made = false;

export async function load(space, edited = false) {
  const [clock, progress] = await Promise.all([
    ofSpace(space, 'GET', '/clock'),
    ofSpace(space, 'GET', '/progress'),
  ]);
  now.replaceChildren(
    el('time', { datetime: clock.now }, clock.now.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')),
    el('span', { class: `badge ${clock.frozen ? 'on' : ''}` }, clock.frozen ? 'frozen' : 'running'),
  );
  if (!made || edited || !place.contains(document.activeElement)) {
    cases.value = progress.cases;
    reports.value = progress.reports;
  }
  if (!made) build();
  made = true;
}

let current = '';

export function ofTheSpace(space) {
  current = space;
  made = false;
}

function change(text, key, done, method, path, body) {
  return button(text, key, (pressed) =>
    act(pressed, done, async () => {
      await ofSpace(current, method, path, body?.());
      await load(current, true);
    }),
  );
}

function build() {
  show(
    place,
    now,
    el(
      'div',
      { class: 'actions' },
      change('Freeze', 'clock-freeze', 'The clock stands still.', 'PUT', '/clock', () => ({ frozen: true })),
      change('Run', 'clock-run', 'The clock runs.', 'DELETE', '/clock'),
    ),
    el(
      'div',
      { class: 'actions' },
      labelled('Advance by', by),
      change('Advance', 'clock-advance', 'The clock is set forward.', 'POST', '/clock/advance', () => ({ by: by.value })),
    ),
    el('p', { class: 'quiet' }, 'A step of progress: a time such as 2s, reads:N, at-once or never.'),
    el(
      'div',
      { class: 'fields' },
      labelled('Cases', cases),
      labelled('Reports', reports),
    ),
    el(
      'div',
      { class: 'actions' },
      change('Set progress', 'progress-set', 'The progress is set.', 'PUT', '/progress', () => ({
        cases: cases.value,
        reports: reports.value,
      })),
      change('As started', 'progress-reset', 'The progress is as the server was started.', 'DELETE', '/progress'),
    ),
  );
}
