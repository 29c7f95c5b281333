// The faults that are armed, and a form to arm more.

import { ofSpace } from './api.js';
import { button, choice, el, hasNews, labelled, nothing, show } from './dom.js';
import { act } from './notice.js';

const ALL = 'all operations';
const place = document.getElementById('faults');
const armedPlace = el('div');
const formPlace = el('div');
place.append(armedPlace, formPlace);
let current = '';
let available = [];

export async function load(space, overview) {
  const told = await ofSpace(space, 'GET', '/faults');
  if (current !== space) {
    current = space;
    available = told.available;
    build(overview.apis);
  }
  list(told.armed);
}

function list(armed) {
  if (!hasNews(armedPlace, current, armed)) return;
  if (armed.length === 0) {
    show(armedPlace, nothing('None is armed here.'));
    return;
  }
  show(armedPlace, el('ul', { class: 'rows' }, armed.map((fault) => el(
    'li',
    {},
    el('span', { class: 'name grow' }, el('b', {}, fault.fault), ` ${told(fault)}`),
    button('Remove', `fault-remove-${fault.id}`, (pressed) =>
      act(pressed, `The fault ${fault.fault} is removed.`, async () => {
        list((await ofSpace(current, 'DELETE', `/faults/${fault.id}`)).armed);
      }), { 'aria-label': `Remove fault ${fault.fault} ${fault.id}` }),
  ))));
}

function told(fault) {
  const where = fault.operations.length === 0 ? ALL : fault.operations.join(', ');
  const left = fault.left === undefined ? '' : `, ${fault.left} left`;
  return `${where}, acted ${fault.acted}×${left}`;
}

function build(apis) {
  const kind = choice('Fault', 'fault-kind', available.map((one) => one.fault), available[0].fault);
  const operations = [ALL, ...Object.values(apis).flatMap((api) => api.operations.map((one) => one.id))];
  const operation = choice('Operation', 'fault-operation', operations, ALL);
  const skip = number('skip', 0, null, 0);
  const times = number('times', 1, null, '');
  times.placeholder = 'all';
  const what = el('p', { class: 'quiet' });
  const parameters = el('div', { class: 'fields' });
  const describe = () => {
    const chosen = available.find((one) => one.fault === kind.value);
    what.textContent = chosen.what;
    parameters.replaceChildren(...chosen.parameters.map((one) => el(
      'label', { title: one.what }, `${one.name} `, number(one.name, one.minimum, one.maximum, one.default ?? ''),
    )));
  };
  kind.addEventListener('change', describe);
  describe();
  const arm = el('button', {}, 'Arm fault');
  const form = el(
    'form',
    {},
    el('h3', {}, 'Arm a fault'),
    el('div', { class: 'fields' }, labelled('Fault', kind), labelled('Operation', operation)),
    what,
    parameters,
    el('div', { class: 'fields' }, labelled('Skip', skip), labelled('Times', times)),
    el('p', {}, arm),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(arm, `The fault ${kind.value} is armed.`, async () => {
      const fault = { fault: kind.value };
      for (const field of form.querySelectorAll('input')) {
        const isSparing = field.name === 'skip' && field.value === '0';
        if (field.value !== '' && !isSparing) fault[field.name] = Number(field.value);
      }
      if (operation.value !== ALL) fault.operations = [operation.value];
      await ofSpace(current, 'POST', '/faults', fault);
      list((await ofSpace(current, 'GET', '/faults')).armed);
    });
  });
  show(formPlace, form);
}

function number(name, min, max, value) {
  return el('input', { type: 'number', name, min, max, value, step: 'any', 'data-key': `fault-${name}` });
}
