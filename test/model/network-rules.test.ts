import { expect, test } from "vitest";
import { networkRules } from "../../src/model/request/network-rules-schema.ts";

const block = (ipBlock: object) => ({ ingress_rules: [{ from: [{ ipBlock }] }] });
const ports = (port: object) => ({ egress_rules: [{ ports: [port] }] });

const peer = (from: object) => ({ ingress_rules: [{ from: [from] }] });
const selecting = (...matchExpressions: readonly object[]) =>
  peer({ podSelector: { matchExpressions } });
const PEER = "ingress_rules.0.from.0";
const EXPRESSION = `${PEER}.podSelector.matchExpressions.0`;

const sound: readonly object[] = [
  block({ cidr: "10.0.0.0/32" }),
  block({ cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "169.254.169.254/32"] }),
  block({ cidr: "10.0.0.1/8", except: ["10.255.0.0/9"] }),
  block({ cidr: "010.0.0.0/08" }),
  block({ cidr: "10.0.0.0/8", except: ["::ffff:10.1.0.0/112"] }),
  block({ cidr: "fd00::/8", except: ["fd12:3456::/48"] }),
  block({ cidr: "::/0" }),
  ports({ port: 8000, endPort: 8000 }),
  ports({ port: "metrics" }),
  ports({}),
  peer({ podSelector: {}, namespaceSelector: {} }),
  selecting({ key: "a", operator: "In", values: ["b", ""] }, { key: "c.d/e", operator: "Exists" }),
  selecting({ key: "a", operator: "DoesNotExist", values: [] }),
];

const refused: readonly (readonly [object, string])[] = [
  [block({ cidr: "10.0.0.0/33" }), "ingress_rules.0.from.0.ipBlock.cidr"],
  [block({ cidr: "10.0.0.256/8" }), "ingress_rules.0.from.0.ipBlock.cidr"],
  [block({ cidr: "10.0.0.0" }), "ingress_rules.0.from.0.ipBlock.cidr"],
  [block({ cidr: "" }), "ingress_rules.0.from.0.ipBlock.cidr"],
  [block({ cidr: "fd00::/129" }), "ingress_rules.0.from.0.ipBlock.cidr"],
  [block({ cidr: "10.0.0.0::/64" }), "ingress_rules.0.from.0.ipBlock.cidr"],
  [
    block({ cidr: "10.0.0.0/8", except: ["10.0.0.0/8"] }),
    "ingress_rules.0.from.0.ipBlock.except.0",
  ],
  [
    block({ cidr: "10.0.0.0/9", except: ["10.128.0.0/16"] }),
    "ingress_rules.0.from.0.ipBlock.except.0",
  ],
  [block({ cidr: "10.0.0.0/8", except: ["fd00::/16"] }), "ingress_rules.0.from.0.ipBlock.except.0"],
  [block({ cidr: "10.0.0.0/8", except: ["all"] }), "ingress_rules.0.from.0.ipBlock.except.0"],
  [peer({}), PEER],
  [peer({ ipBlock: { cidr: "10.0.0.0/8" }, podSelector: {} }), PEER],
  [peer({ ipBlock: { cidr: "10.0.0.0/8" }, namespaceSelector: {} }), PEER],
  [selecting({ key: "a b", operator: "Exists" }), `${EXPRESSION}.key`],
  [selecting({ key: "a", operator: "In" }), EXPRESSION],
  [selecting({ key: "a", operator: "NotIn", values: [] }), EXPRESSION],
  [selecting({ key: "a", operator: "In", values: ["b c"] }), `${EXPRESSION}.values.0`],
  [selecting({ key: "a", operator: "Exists", values: ["b"] }), `${EXPRESSION}.values`],
  [ports({ port: "443" }), "egress_rules.0.ports.0.port"],
  [ports({ port: 8000, endPort: 7999 }), "egress_rules.0.ports.0.endPort"],
  [ports({ port: "metrics", endPort: 7999 }), "egress_rules.0.ports.0.endPort"],
  [ports({ endPort: 7999 }), "egress_rules.0.ports.0.endPort"],
];

test.each(sound)("Kubernetes accepts the rules %j", (rules) => {
  expect(networkRules.read(rules)).toMatchObject({ ok: true });
});

test.each(refused)("Kubernetes refuses the rules %j", (rules, place) => {
  const read = networkRules.read(rules);
  expect(read.ok ? [] : read.issues.map(({ path }) => path.join("."))).toEqual([place]);
});
