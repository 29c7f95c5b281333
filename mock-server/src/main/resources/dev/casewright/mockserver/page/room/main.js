// Chooses the space, loads the parts of the page, and looks again while it is live.

import { call, ofSpace } from './api.js';
import { el } from './dom.js';
import { act, complain, say } from './notice.js';
import * as clock from './clock.js';
import * as deviations from './deviations.js';
import * as exchanges from './exchanges.js';
import * as faults from './faults.js';
import * as judgement from './judgement.js';
import * as snapshots from './snapshots.js';
import * as state from './state.js';
import * as switches from './switches.js';
import * as webhooks from './webhooks.js';

const LOOK_EVERY = 2000;
const choice = document.getElementById('space');
const live = document.getElementById('live');
let space = new URLSearchParams(location.search).get('space') ?? 'default';
let looking = null;
let isLost = false;

async function loadAll() {
  const overview = await call('GET', '');
  await Promise.all([
    state.load(space),
    exchanges.load(space),
    judgement.load(space),
    clock.load(space),
    faults.load(space, overview),
    deviations.load(space),
    switches.load(space),
    webhooks.load(space),
    snapshots.load(space, loadAll),
  ]);
  const names = [...new Set([...overview.spaces, space])].sort();
  choice.replaceChildren(...names.map((value) => el('option', { value }, value)));
  choice.value = space;
}

/** What changes without a click here. */
async function look() {
  try {
    const [hasNews] = await Promise.all([exchanges.load(space), judgement.load(space), clock.load(space)]);
    if (hasNews) await loadAll();
    if (isLost) say('The mock answers again.');
    isLost = false;
  } catch (error) {
    isLost = true;
    complain(error);
  }
}

async function open(name) {
  // What is still coming in belongs to the space before.
  await looking;
  space = name;
  clock.ofTheSpace(space);
  const address = new URL(location.href);
  address.searchParams.set('space', space);
  history.replaceState(null, '', address);
  await loadAll();
}

choice.addEventListener('change', () => act(choice, `Space ${choice.value}`, () => open(choice.value)));

document.getElementById('other-space').addEventListener('submit', (event) => {
  event.preventDefault();
  const name = new FormData(event.target).get('name');
  act(event.submitter, `Space ${name}`, async () => {
    await open(name);
    event.target.reset();
  });
});

const refresh = document.getElementById('refresh');
refresh.addEventListener('click', () => act(refresh, 'All is as it is now.', loadAll));

const reset = document.getElementById('reset');
reset.addEventListener('click', () => {
  if (!confirm(`Put space ${space} back to what it was when it was first used, with all its settings?`)) return;
  act(reset, `Space ${space} is back at its start.`, async () => {
    await ofSpace(space, 'POST', '/reset');
    await loadAll();
  });
});

open(space).catch(complain);
setInterval(() => {
  if (!live.checked || document.hidden || looking) return;
  looking = look().finally(() => {
    looking = null;
  });
}, LOOK_EVERY);
