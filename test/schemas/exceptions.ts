import type { Path } from "../../src/diagnostics/path.ts";

/** Where a schema and the compiler disagree on purpose. */
export interface Exception {
  readonly document: "request" | "settings";
  readonly reason: string;
  /** What the schema says; the compiler says the opposite. */
  readonly schemaAccepts: boolean;
  /** A document that shows it: what stands where in a sound one. */
  readonly path: Path;
  readonly value: unknown;
}

/** Every kind of document on which a schema and the compiler disagree, with one of each kind. */
export const exceptions: readonly Exception[] = Object.freeze([
  {
    document: "request",
    reason: "a schema cannot count a path's length without the host, the tag and the digest",
    schemaAccepts: true,
    path: ["image"],
    value: `registry.example.com/${"a".repeat(256)}`,
  },
  {
    document: "request",
    reason: "a schema cannot add up the sizes of annotations",
    schemaAccepts: true,
    path: ["annotations"],
    value: { a: "x".repeat(200_000), b: "x".repeat(200_000) },
  },
  {
    document: "request",
    reason: "not every reader of schemas can match half a surrogate pair, and no text holds one",
    schemaAccepts: true,
    path: ["annotations"],
    value: { a: "\ud800" },
  },
  {
    document: "request",
    reason: "the one field without a pattern that takes any text is said to have no limit",
    schemaAccepts: true,
    path: ["$schema"],
    value: "x".repeat(262_145),
  },
  {
    document: "request",
    reason: "Kubernetes takes the Kelvin sign for k in annotation keys; that is nobody's wish",
    schemaAccepts: false,
    path: ["annotations"],
    value: { "\u212aey": "a" },
  },
  {
    document: "request",
    reason: "a host in brackets without a colon is no IPv6 address, though the grammar has it",
    schemaAccepts: false,
    path: ["image"],
    value: "[AB]/train",
  },
  {
    document: "request",
    reason: "an amount within 1e-6 of a whole unit counts as that unit",
    schemaAccepts: false,
    path: ["config", "node_config", "cpu"],
    value: 0.0009999999999,
  },
  {
    document: "settings",
    reason:
      "a validator that compares entries can trip over keys such as valueOf, so none is asked to",
    schemaAccepts: true,
    path: ["worker", "image_pull_secrets"],
    value: [{ name: "mirror" }, { name: "mirror" }],
  },
  {
    document: "settings",
    reason: "whole numbers that a double cannot tell apart are whole numbers to a schema",
    schemaAccepts: true,
    path: ["ray", "gpu_tolerations", 0, "tolerationSeconds"],
    value: 2 ** 53,
  },
  {
    document: "settings",
    reason: "a schema's address that is no text is of no use to an editor",
    schemaAccepts: false,
    path: ["$schema"],
    value: 1,
  },
  {
    document: "settings",
    reason: "an empty document means the defaults; an editor checks no empty document",
    schemaAccepts: false,
    path: [],
    value: null,
  },
]);
