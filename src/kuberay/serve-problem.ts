import { isList, isObject, ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { showText, showValue } from "../diagnostics/show.ts";

/** What Ray Serve refuses of a config, and what to do about it. */
export interface ServeProblem {
  /** A sentence without its subject, such as `has ...`. */
  readonly problem: string;
  readonly hint: string;
}

/**
 * The first mistake in the applications of a Serve config: they are a list of objects, each with an import_path, and with a
 * name and a route_prefix that no other one has. Source: ServeDeploySchema in python/ray/serve/schema.py, Ray 2.4 to 2.52.
 */
export function serveProblem(config: PlainObject): ServeProblem | undefined {
  const applications = ownField(config, "applications");
  if (applications === undefined) return undefined;
  if (!isList(applications)) {
    return {
      problem: `has applications that are ${showValue(applications)}, not a list.`,
      hint: LIST,
    };
  }
  const names = new Set<string>();
  const routes = new Set<string>();
  for (const [index, application] of applications.entries()) {
    const found =
      ofApplication(application, index) ??
      repeated(ownText(application, "name") ?? "default", "name", names) ??
      repeated(routeOf(application), "route_prefix", routes);
    if (found !== undefined) return found;
  }
  return undefined;
}

const LIST = "Write applications: and a list, each with a name and an import_path.";

function ofApplication(application: PlainData, index: number): ServeProblem | undefined {
  if (!isObject(application)) {
    return {
      problem: `has ${showValue(application)} as applications[${index}], not an object.`,
      hint: LIST,
    };
  }
  const name = ownText(application, "name");
  const which = `the application ${name === undefined ? `applications[${index}]` : showText(name)}`;
  if (ownField(application, "import_path") === undefined) {
    return {
      problem: `has no import_path in ${which}.`,
      hint: "Write import_path: and the module and the name of the application, such as app:graph.",
    };
  }
  const route = ownText(application, "route_prefix");
  if (route === undefined || isTemplate(route) || ROUTE.test(route)) return undefined;
  return {
    problem: `has the route_prefix ${showText(route)} in ${which}, which does not start with "/" or ends with one.`,
    hint: "Write a path such as /app, or / alone.",
  };
}

const ROUTE = /^\/(?:|.*[^/])$/s;

function isTemplate(text: string): boolean {
  return /\$|\{\{|</.test(text);
}

/** The default is the root; null is no route at all. */
function routeOf(application: PlainData): string | undefined {
  if (!isObject(application)) return undefined;
  if (!Object.hasOwn(application, "route_prefix")) return "/";
  return ownText(application, "route_prefix");
}

function repeated(
  value: string | undefined,
  field: string,
  known: Set<string>,
): ServeProblem | undefined {
  if (value === undefined) return undefined;
  if (known.has(value)) {
    return {
      problem: `has two applications with the ${field} ${showText(value)}.`,
      hint: `Give each application a ${field} of its own.`,
    };
  }
  known.add(value);
  return undefined;
}
