import { parse } from "yaml";
import { asTextDocument } from "../../src/diagnostics/text-document.ts";

/** What a reader that is not ours makes of a document, a copy for each caller; an object is taken as it is. */
export function dataOf(input: unknown): unknown {
  const document = asTextDocument(input);
  return document === undefined ? input : structuredClone(parsed(document.text));
}

const known = new Map<string, unknown>();

function parsed(text: string): unknown {
  if (!known.has(text)) known.set(text, parse(text, { logLevel: "silent" }));
  return known.get(text);
}

/** What is the user's own text or template, and keeps the order in which it was written. */
const OWN_ORDER = /^(?:serve_config|runtime_env|(?:\w+_)?(?:pod|cluster|job|service)_template)$/;

/** The same data with the keys of every object in reverse order, save in what keeps the user's. */
export function reversed(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(reversed);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, OWN_ORDER.test(key) ? value : reversed(value)]),
  );
}

/** Freezes data all the way down. */
export function deepFrozen<T>(data: T): T {
  for (const object of objectsIn(data)) Object.freeze(object);
  return data;
}

/** Every object and list in a tree or graph, each as often as it is met; what it holds only the first time. */
export function objectsIn(data: unknown): readonly object[] {
  const met: object[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    met.push(value);
    if (seen.has(value)) return;
    seen.add(value);
    for (const member of Object.values(value)) visit(member);
  };
  visit(data);
  return met;
}
