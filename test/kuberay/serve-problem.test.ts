import { expect, test } from "vitest";
import { serveProblem } from "../../src/kuberay/serve-problem.ts";

const app = { name: "a", import_path: "m:app", route_prefix: "/" };

test.each<readonly [string, object, string]>([
  ["an object", { applications: app }, "applications that are an object"],
  ["an item that is a text", { applications: ["m:app"] }, 'has the string "m:app"'],
  [
    "no import_path",
    { applications: [app, { name: "b" }] },
    'no import_path in the application "b"',
  ],
  ["a misspelt one", { applications: [{ importPath: "m:app" }] }, "applications[0]"],
  ["a route without a slash", { applications: [{ ...app, route_prefix: "a" }] }, '"a"'],
  ["a route with two", { applications: [{ ...app, route_prefix: "/a/" }] }, '"/a/"'],
  ["a name twice", { applications: [app, { ...app, route_prefix: "/b" }] }, 'the name "a"'],
  [
    "a route twice, once by default",
    { applications: [app, { name: "b", import_path: "m:b" }] },
    'the route_prefix "/"',
  ],
])("Serve refuses %s", (_name, config, problem) => {
  expect(serveProblem(JSON.parse(JSON.stringify(config)))?.problem).toContain(problem);
});

test.each<readonly [string, object]>([
  ["one application", { applications: [app] }],
  ["several", { applications: [app, { ...app, name: "b", route_prefix: "/b/c" }] }],
  ["several without a route", { applications: [app, { ...app, name: "b", route_prefix: null }] }],
  ["none", { applications: [] }],
  ["a variable", { applications: [{ ...app, route_prefix: "$ROUTE" }] }],
  ["a name that is a number", { applications: [{ ...app, name: 1 }] }],
])("Serve takes %s", (_name, config) => {
  expect(serveProblem(JSON.parse(JSON.stringify(config)))).toBeUndefined();
});
