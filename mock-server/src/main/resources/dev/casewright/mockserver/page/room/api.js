// Calls the admin API. The token, if the server wants one, is kept in this module only.

import { askForToken } from './token.js';

const ROOT = '/__mock/api';
let token = null;

/** What the server refused, in its own words. */
export class Refused extends Error {}

async function send(method, path, body) {
  const headers = {};
  if (token !== null) headers['X-Mock-Admin-Token'] = token;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(ROOT + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw new Refused('The mock does not answer. See whether it is still running.');
  }
}

/** Calls a path below /__mock/api; asks for the token as long as the server wants another one. */
export async function call(method, path, body) {
  let answer = await send(method, path, body);
  while (answer.status === 401) {
    const used = token;
    const given = await askForToken(used !== null);
    // Of calls that wait together, the first one that is told the token is enough.
    if (token === used) token = given;
    answer = await send(method, path, body);
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refused(told.message ?? `The mock answered with status ${answer.status}.`);
  }
  return told;
}

/** Calls a path of one space. */
export function ofSpace(space, method, path, body) {
  return call(method, `/spaces/${encodeURIComponent(space)}${path}`, body);
}
