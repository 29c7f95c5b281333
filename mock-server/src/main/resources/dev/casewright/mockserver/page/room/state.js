// Reports and cases, and their statuses.

import { ofSpace } from './api.js';
import { button, choice, el, hasNews, nothing, scroller, show } from './dom.js';
import { act } from './notice.js';

const credentials = document.getElementById('credentials');
const reports = document.getElementById('reports');
const cases = document.getElementById('cases');

export async function load(space) {
  const told = await ofSpace(space, 'GET', '');
  if (!hasNews(reports, space, told)) return;
  credentials.textContent = `Opal login ${told.opal_login}, Emedgene user ${told.emedgene_username}`;
  list(space, reports, told.report_count, told.reports.map((report) => ({
    key: String(report.id),
    name: `report ${report.id}`,
    status: report.status,
    path: `/reports/${report.id}/status`,
  })), told.report_statuses);
  list(space, cases, told.case_count, told.cases.map((file) => ({
    key: file.name,
    name: `case ${file.name}`,
    status: file.status,
    path: `/cases/${encodeURIComponent(file.name)}/status`,
  })), told.case_statuses);
}

function list(space, place, count, things, statuses) {
  if (things.length === 0) {
    show(place, nothing('There are none.'));
    return;
  }
  const before = place.querySelector('.scroller')?.scrollTop ?? 0;
  show(
    place,
    nothing(things.length < count ? `The first ${things.length} of ${count}` : `${count} in all`),
    scroller(place.id, el('ul', { class: 'rows' }, things.map((thing) => row(space, thing, statuses)))),
  );
  place.querySelector('.scroller').scrollTop = before;
}

function row(space, thing, statuses) {
  const status = choice(`Status of ${thing.name}`, `status-${thing.key}`, statuses, thing.status);
  const set = button('Set', `set-${thing.key}`, (pressed) =>
    act(pressed, `The ${thing.name} is ${status.value} now.`, async () => {
      await ofSpace(space, 'PUT', thing.path, { status: status.value });
      await load(space);
    }), { 'aria-label': `Set status of ${thing.name}` });
  return el('li', { class: 'setting' }, el('span', { class: 'name' }, thing.key), status, set);
}
