import { findCycles, readModule } from './imports.mjs';

/** @typedef {import('./rooms.mjs').Room} Room */

/**
 * @param {string} pattern  see `Room`
 * @param {string} path
 */
function fits(pattern, path) {
  if (pattern.endsWith('/*')) {
    const folder = pattern.slice(0, -1);
    return path.startsWith(folder) && !path.slice(folder.length).includes('/');
  }
  return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern;
}

/**
 * @param {string} path
 * @param {readonly Room[]} rooms
 */
function roomOf(path, rooms) {
  return rooms.filter(({ room }) => fits(room, path)).sort((a, b) => b.room.length - a.room.length)[0];
}

/**
 * The folder directly under `room` that `path` lies in: a feature's own.
 * @param {string} room
 * @param {string} path
 */
function ownFolder(room, path) {
  return `${room}${path.slice(room.length).split('/')[0] ?? ''}/`;
}

/**
 * @param {import('./imports.mjs').Module} module
 * @param {readonly Room[]} rooms
 * @returns {string[]}
 */
function roomViolations(module, rooms) {
  const room = roomOf(module.path, rooms);
  if (!room) return [`${module.path}: lies in no room (scripts/checks/rooms.mjs)`];
  const may = room.may.map((pattern) => (pattern === '<own>' ? ownFolder(room.room, module.path) : pattern));
  return module.imports.flatMap(({ target, isType }) => {
    if (target.startsWith('src/')) {
      if (may.some((pattern) => fits(pattern, target))) return [];
      if (room.types?.some((pattern) => fits(pattern, target))) {
        return isType ? [] : [`${module.path}: may import ${target} with "import type" only`];
      }
      return [`${module.path}: may not import ${target}`];
    }
    const isAllowed = room.modules?.some(
      (name) => name === target || (name === 'node:*' && target.startsWith('node:')),
    );
    return isAllowed ? [] : [`${module.path}: may not import ${target}`];
  });
}

/** The tool that writes the migrations wants one file that names every table. */
const allowedBarrels = new Set(['src/main/store/schema/index.ts']);

/**
 * @param {import('./imports.mjs').Module} module
 * @returns {string[]}
 */
function exportViolations({ path, exports, statements }) {
  const violations = [];
  if (exports.some(({ isDefault }) => isDefault)) violations.push(`${path}: has a default export`);
  const reExports = exports.filter(({ isReExport }) => isReExport).length;
  const isBarrel = reExports > 0 && reExports === exports.length && statements <= reExports;
  if (isBarrel && !allowedBarrels.has(path)) {
    violations.push(`${path}: is a barrel (only hands on what others export)`);
  }
  return violations;
}

/**
 * Everything in the sources that breaks the table of rooms or the house's habits about imports.
 * @param {readonly import('./imports.mjs').Source[]} sources
 * @param {readonly Room[]} rooms
 * @returns {string[]} one line each; none means all is well
 */
export function importViolations(sources, rooms) {
  const modules = sources.map(readModule);
  return [
    ...modules.flatMap((module) => [...roomViolations(module, rooms), ...exportViolations(module)]),
    ...findCycles(modules).map((cycle) => `${cycle.join(' → ')} → ${cycle[0]}: a ring of imports`),
  ];
}
