import { posix } from 'node:path';
import { parseSync } from 'vite';

/** @typedef {{ path: string, text: string }} Source  path relative to the project, with slashes */
/** @typedef {{ target: string, isType: boolean }} Import  target: a project path, or a package's name */
/** @typedef {{ path: string, imports: Import[], exports: { isDefault: boolean, isReExport: boolean }[], statements: number }} Module */

/**
 * A package's name without the path inside it; Node's own modules as they are.
 * @param {string} specifier
 */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/**
 * What a file imports and exports. Assets (`?url`, `.css`) are no modules and are left out.
 * @param {Source} source
 * @returns {Module}
 */
export function readModule({ path, text }) {
  const { module, program, errors } = parseSync(path, text);
  const first = errors[0];
  if (first) throw new Error(`${path}: ${first.message}`);
  /** @type {Import[]} */
  const imports = [];
  const add = (/** @type {string} */ specifier, /** @type {boolean} */ isType) => {
    const isRelative = specifier.startsWith('.');
    if (isRelative && !/\.tsx?$/.test(specifier)) return;
    const target = isRelative ? posix.join(posix.dirname(path), specifier) : packageOf(specifier);
    imports.push({ target, isType });
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  /** @type {Module['exports']} */
  const exports = [];
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, exportName, isType } of entries) {
      if (moduleRequest) add(moduleRequest.value, isType);
      exports.push({ isDefault: exportName.kind === 'Default', isReExport: moduleRequest !== null });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`](.*)['"`]$/s.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[1]) add(literal[1], false);
  }
  return { path, imports, exports, statements: program.body.length };
}

/**
 * Groups of files that import each other in a ring, each told once. Types count too: a ring of types is still a ring
 * for the reader.
 * @param {readonly Module[]} modules
 * @returns {string[][]}
 */
export function findCycles(modules) {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  /** @type {string[]} */
  const trail = [];
  /** @type {string[][]} */
  const cycles = [];
  const visit = (/** @type {string} */ path) => {
    state.set(path, 'open');
    trail.push(path);
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (state.get(target) === 'open') cycles.push(trail.slice(trail.indexOf(target)));
      else if (byPath.has(target) && !state.has(target)) visit(target);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const { path } of modules) if (!state.has(path)) visit(path);
  return cycles;
}
