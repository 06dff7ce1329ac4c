/** The spec of a sound request without a warning, as lines below `spec:` of a list item. */
const SPEC = `
    request:
      image: registry.example.com/train:1.2
      ray_version: "2.46.0"
      config:
        n_nodes: 2
        node_config: {cpu: 4, memory_gb: 16}
`.slice(1);

/** A request resource as an item of a ResourceList in block style. */
export function requestItem(name: string, annotations: readonly string[] = []): string {
  const lines = annotations.map((annotation) => `      ${annotation}\n`).join("");
  return `- apiVersion: raycluster.dev/v1alpha1
  kind: RayClusterRequest
  metadata:
${lines === "" ? "" : `    annotations:\n${lines}`}    name: ${name}
  spec:
${SPEC}`;
}

/** A ResourceList in block style, with what follows the items. */
export function resourceList(items: string, rest = "", version = "v1"): string {
  return `apiVersion: config.kubernetes.io/${version}\nkind: ResourceList\nitems:\n${items}${rest}`;
}

/** The functionConfig that is `requestItem` of the same name. */
export function asFunctionConfig(item: string): string {
  return `functionConfig:\n${item.replace("- ", "  ")}`;
}

export const LOCAL = `config.kubernetes.io/local-config: "true"`;

/** What kustomize writes beside the annotations of the user. */
export const TOOL_ANNOTATIONS: readonly string[] = [
  "config.kubernetes.io/index: '0'",
  "internal.config.kubernetes.io/index: '0'",
  "internal.config.kubernetes.io/annotations-migration-resource-id: '0'",
  "internal.config.kubernetes.io/id: '1'",
  "config.k8s.io/id: '1'",
];

/** Items that a YAML reader and printer would change, each in block style. */
export const HARD_ITEMS: readonly string[] = [
  "- {apiVersion: v1, kind: ConfigMap, data: {a: 0.5, b: 1e3, c: 0777, d: 0o17, e: 1_000}}\n",
  "- kind: Number\n  value: 123456789012345678901234567890\n  float: 0.10000000000000000001\n",
  "- kind: Time\n  day: 2001-12-14\n  moment: 2001-12-14t21:59:43.10-05:00\n  sexagesimal: 1:30\n",
  "- kind: Word\n  values: [yes, no, on, y, ~, null, Null, .inf, -.inf, .nan, 0x1F, +1, -0]\n",
  "- kind: Quoted\n  \"key\": \"a\\u2028b\\0\\ud800\"\n  raw: a\u2028b\n  single: 'it''s'\n",
  "- kind: Block\n  keep: |+\n    x\n\n\n  fold: >-\n    a\n    b\n  indented: |2\n      deep\n",
  "- kind: Keep\n  last: |+\n    x\n\n\n",
  "- &anchor\n  kind: Anchor\n  self: &value {a: 1}\n  again: *value\n  <<: *value\n",
  "- !custom\n  kind: Tag\n  data: !!binary aGVsbG8=\n",
  "- kind: Comments # behind\n  # above\n  a: 1\n  # at the end\n",
  "- kind: Twice\n  a: 1\n  a: 2\n  ? [complex, key]\n  : value\n",
  "- # nothing\n",
  "- null\n",
  "- 12\n",
  '- "__proto__": {"constructor": 1, valueOf: 2}\n  kind: Hostile\n',
];
