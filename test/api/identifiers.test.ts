import { expect, test } from "vitest";
import { dns1035LabelProblem } from "../../src/api/identifiers/dns-label.ts";
import type { Kind } from "./identifier-kinds.ts";
import { kinds, problems } from "./identifier-kinds.ts";

const A63 = "a".repeat(63);
const SUBDOMAIN_253 = `${A63}.${A63}.${A63}.${"a".repeat(61)}`;
const SHA256 = "0123456789abcdef".repeat(4);
const DIGEST = `sha256:${SHA256}`;

const valid: Record<Kind, readonly string[]> = {
  dns1123Label: [
    ...["a", "0", "ab", "1a", "a1", "a-1", "a--b", "1-1", "12345", "ray-system", "z-9-z"],
    ...[A63, `a${"-".repeat(61)}b`],
  ],
  dns1035Label: [
    ...["a", "ab", "a1", "a-1", "a--b", "k8s", "train-resnet", "z-9-z", "x0", "ray-head-svc"],
    ...[A63, `a${"-".repeat(61)}b`],
  ],
  dns1123Subdomain: [
    ...["a", "0", "a.b", "1.2.3.4", "a-1.b-2", "a--b", "default", "ray-sa", "aa.bb.cc"],
    ...["a".repeat(253), SUBDOMAIN_253, "0.0"],
  ],
  labelKey: [
    ...["a", "A", "0", "a.b", "a_b", "a..b", "a-_-b", "app.kubernetes.io/name", "x-y.z/Q_1.2-3"],
    ...["cloud.google.com/gke-accelerator", A63, `${SUBDOMAIN_253}/${A63}`, "a/b"],
  ],
  labelValue: [
    ...["", "a", "A", "0", "1.2.3", "1e3", "my_value", "MyValue", "2024-01-01", "a..b", "a-_-b"],
    ...[A63, "NVIDIA-A100"],
  ],
  annotationKey: [
    ...["a", "A", "Example.com/A", "A.B/C", "a.b_c-d", "kubernetes.io/arch", "0", "a/b"],
    ...["cluster-autoscaler.kubernetes.io/safe-to-evict", `${SUBDOMAIN_253.toUpperCase()}/x`],
    ...[A63, `EXAMPLE.com/${A63}`, "\u212aey", "\u0130.io/x"],
  ],
  extendedResourceName: [
    ...["nvidia.com/gpu", "amd.com/gpu", "a/b", "0/0", "vendor.io/a.b", "x.y.z/w"],
    ...["google.com/tpu"],
    ...["aws.amazon.com/neuron", "nvidia.com/mig-1g.5gb", "gpu.intel.com/i915", "x.io/My_Res.1"],
    ...[`q/${A63}`, `${"a".repeat(244)}/b`, "kubernetes.com/x"],
  ],
  imageReference: [
    ...["a", "busybox:1.28", "rayproject/ray:2.9.3-py310-gpu", "gcr.io/a/b/c/d", "localhost/x"],
    ...["registry:5000/ns/img", "127.0.0.1:5000/a", "[::1]/a", "[fe80::1]:5000/a", "A.io/b", "A/b"],
    ...[`a_b.c/${"a".repeat(249)}`],
    ...["a--b", "a__b", "a_b.c/d", "a-b_c.d/e__f", "img:Tag_1.2-3", "img:_", "host:5000"],
    ...[`a@${DIGEST}`, `reg.io/a/b:tag@${DIGEST}`, `a@sha384:${"0".repeat(96)}`],
    ...[`a@sha512:${"f".repeat(128)}`, `img:${"t".repeat(128)}`, "a".repeat(247)],
    ...[`docker.io/${"a".repeat(247)}`],
    ...[`reg.io/${"a".repeat(255)}`, `b/${"a".repeat(253)}`, `${"a".repeat(300)}.io/a`],
    ...[`docker.io/b/${"a".repeat(253)}`, `localhost/${"a".repeat(255)}`],
    ...[SHA256.slice(1), `${SHA256}0`, `${SHA256}:tag`],
  ],
};

const invalid: Record<Kind, readonly string[]> = {
  dns1123Label: [
    ...["", "-", "-a", "a-", "A", "aB", "a.b", "a_b", "a b", "a\n", "\na", "\u00e9", "\uff41"],
    ...[`${A63}a`, "a\u200bb", "\ud800", "a/b"],
  ],
  dns1035Label: [
    ...["", "-", "-a", "a-", "A", "1", "1a", "0-a", "a.b", "a_b", "a b", "a\n", "\u00e9", "\u212a"],
    ...[`${A63}a`, "a\u0000"],
  ],
  dns1123Subdomain: [
    ...["", ".", "..", ".a", "a.", "a..b", "a.-b", "a-.b", "-a", "a-", "A.b", "a_b.c", "a b"],
    ...["a\n"],
    ...[`${SUBDOMAIN_253}a`, "\u00e9.com", "a\u3002b"],
  ],
  labelKey: [
    ...["", "/", "a/", "/a", "a/b/c", "a//b", "-a", "a-", "_a", ".a", "a.", "a b", "a:b"],
    ...["http://a"],
    ...["Example.com/a", "a_b.com/x", "a..b/c", `${A63}a`, `a.com/${A63}a`, `${SUBDOMAIN_253}a/a`],
    ...["\u00e9", "\u212aey", "a\n", "a/-b"],
  ],
  labelValue: [
    ...["-", "-a", "a-", "_a", "a_", ".a", "a.", "a b", " ", "a,b", "a=b", "a/b", "a:b", "gs://a"],
    ...[`${A63}a`, "\u00e9", "\u212a", "a\n", "\n"],
  ],
  annotationKey: [
    ...["", "/", "a/", "/a", "a/b/c", "-a", "a-", ".a", "a b", "a:b", "A_B.com/x", "-A.com/b"],
    ...[`${A63}A`, `${SUBDOMAIN_253}A/x`, "\u00e9", "a/\u00c9", "a/-B", "\uff21", "a\n"],
  ],
  extendedResourceName: [
    ...["", "gpu", "cpu", "memory", "a/b/c", "/a", "a/", "-a/b", "NVIDIA.com/gpu"],
    ...["nvidia.com/gpu "],
    ...["kubernetes.io/x", "x.kubernetes.io/y", "notkubernetes.io/x", "requests.nvidia.com/gpu"],
    ...[`${"a".repeat(245)}/b`, `${SUBDOMAIN_253}/b`, `q/${A63}a`, "\u00e9.io/gpu"],
  ],
  imageReference: [
    ...["", " ", "a ", " a", "a b", "a:", "a:-x", "a:.x", "a:b:c", "a:tag\n", "-a", "a-", "/a"],
    ...["a/"],
    ...["a//b", "a/B", "Ubuntu", "a___b", "a._b", "a..b", "a-_b", ".a", "https://reg.io/a"],
    ...["a\u00e9"],
    ...["reg.io:port/a", "reg.io:/a", "-reg.io/a", "reg..io/a", "::1/a", "[fe80]/a", "[::g]/a"],
    ...["[::1]"],
    ...["my_host:5000/a", "a@", "a@sha256", "a@sha256:abc"],
    ...["a@md5:d41d8cd98f00b204e9800998ecf8427e"],
    ...[`a@SHA256:${SHA256}`, `a@sha256:${SHA256.toUpperCase()}`, `a@${DIGEST}0`],
    ...[`a@${DIGEST}@${DIGEST}`],
    ...[`@${DIGEST}`, `:tag@${DIGEST}`, `a@${DIGEST}:tag`, `img:${"t".repeat(129)}`],
    ...["a".repeat(248)],
    ...[`docker.io/${"a".repeat(248)}`, `index.docker.io/${"a".repeat(248)}`],
    ...[`reg.io/${"a".repeat(256)}`],
    ...[`b/${"a".repeat(254)}`, `a_b.c/${"a".repeat(250)}`, SHA256, `${"a".repeat(5000)}.io/a`],
  ],
};

test.each(rows(valid))("%s %j is valid", (kind, text) => {
  expect(problems[kind](text)).toBeUndefined();
});

test.each(rows(invalid))("%s %j is not valid", (kind, text) => {
  expect(problems[kind](text)).toMatch(/^(It|The) .*\.$/);
});

test.each<readonly [Kind, string, string]>([
  ["dns1035Label", "", "It is empty."],
  ["dns1035Label", "1a", "It must start with a lower-case letter."],
  ["dns1035Label", "a-", "It must end with a lower-case letter or a digit."],
  ["dns1035Label", "my_job", 'It may not contain "_"; use lower-case letters, digits and "-".'],
  ["dns1035Label", `${A63}a`, "It is 64 characters long; at most 63 are allowed."],
  ["dns1035Label", "a".repeat(1000), "It is 1,000 characters long; at most 63 are allowed."],
  [
    "dns1123Label",
    "a\u202eb",
    'It may not contain "\\u202e"; use lower-case letters, digits and "-".',
  ],
  [
    "dns1123Label",
    "a\ud83d\ude00",
    'It may not contain "\ud83d\ude00"; use lower-case letters, digits and "-".',
  ],
  [
    "dns1123Label",
    "a\ud83d",
    'It may not contain "\\ud83d"; use lower-case letters, digits and "-".',
  ],
  [
    "dns1123Subdomain",
    "a..b",
    'It may not contain ".."; each part between "." must start and end with a lower-case letter or a digit.',
  ],
  ["labelKey", "a/b/c", 'It may contain "/" only once.'],
  ["labelKey", "a//b", 'It may contain "/" only once.'],
  ["dns1123Label", `-${"a".repeat(62)}`, "It must start with a lower-case letter or a digit."],
  [
    "extendedResourceName",
    `${"a".repeat(245)}/b`,
    'The part before "/" is 245 characters long; at most 244 are allowed.',
  ],
  ["labelKey", "/a", 'The part before "/" is empty.'],
  [
    "labelKey",
    "Example.com/a",
    'The part before "/" may not contain "E"; use lower-case letters, digits, "." and "-".',
  ],
  ["labelKey", "a/-b", 'The part after "/" must start with a letter or a digit.'],
  [
    "labelValue",
    "gs://a",
    'It may not contain ":"; use letters, capital or small, digits, ".", "_" and "-".',
  ],
  [
    "extendedResourceName",
    "gpu",
    'It must have a domain and "/" before its name, as nvidia.com/gpu has.',
  ],
  [
    "imageReference",
    "a/B",
    'The path may not contain "B"; use lower-case letters, digits, ".", "_", "-" and "/".',
  ],
  ["imageReference", "", "It is empty."],
  ["imageReference", "a".repeat(4097), "It is 4,097 characters long; at most 4,096 are allowed."],
  [
    "imageReference",
    "a".repeat(4096),
    "The path is 4,096 characters long; at most 247 are allowed.",
  ],
  [
    "imageReference",
    `a.${"b".repeat(246)}`,
    "The path is 248 characters long; at most 247 are allowed.",
  ],
  ["imageReference", "a:/b", 'The port "" is not a number.'],
  ["imageReference", "a/:b", "The path must end with a lower-case letter or a digit."],
  ["imageReference", "a:", "The tag is empty."],
  ["imageReference", "https://reg.io/a", 'It may not start with "https://".'],
  ["imageReference", "reg.io:port/a", 'The port "port" is not a number.'],
  ["imageReference", "[::g]/a", 'The host "[::g]" is not an IPv6 address in brackets.'],
  [
    "imageReference",
    "a@sha256",
    'The digest "sha256" must start with "sha256:", "sha384:" or "sha512:".',
  ],
  [
    "imageReference",
    "a@sha256:G",
    'The digest may contain only 0 to 9 and a to f after "sha256:".',
  ],
  ["imageReference", "a@sha256:abc", "The digest has 3 hexadecimal digits; sha256 has 64."],
  [
    "imageReference",
    "a@md5:00",
    'The digest "md5:00" must start with "sha256:", "sha384:" or "sha512:".',
  ],
])("the reason for %s %j", (kind, text, reason) => {
  expect(problems[kind](text)).toBe(reason);
});

test("a shorter maximum length for a DNS-1035 label", () => {
  expect(dns1035LabelProblem("a".repeat(53), 53)).toBeUndefined();
  expect(dns1035LabelProblem("a".repeat(54), 53)).toBe(
    "It is 54 characters long; at most 53 are allowed.",
  );
});

function rows(table: Record<Kind, readonly string[]>): readonly (readonly [Kind, string])[] {
  return kinds.flatMap((kind) => table[kind].map((text) => [kind, text] as const));
}
