/** How a text is spelled, in the words of JSON Schema. */
export interface TextPattern extends Spelling {
  /** Characters. */
  readonly maxLength: number;
  /** What else must hold, since one expression without lookaround cannot say it all. */
  readonly allOf?: readonly (Spelling | { readonly not: ForbiddenSpelling })[];
}

/** One expression and what an editor says where a text does not match it. */
interface Spelling {
  /**
   * Means the same in ECMA-262 with the `u` flag and in RE2, by which Go's validators read it: no lookaround, no back
   * references, no `\u`.
   */
  readonly pattern: string;
  readonly patternErrorMessage: string;
}

interface ForbiddenSpelling {
  /** Without it, null would match every pattern and be forbidden. */
  readonly type: "string";
  readonly pattern: string;
}

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const ANY_CASE_LABEL = "[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?";
const ANY_CASE_SUBDOMAIN = `${ANY_CASE_LABEL}(\\.${ANY_CASE_LABEL})*`;
const NAME_SEGMENT = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
const LABEL_KEY = `(${SUBDOMAIN}/)?${NAME_SEGMENT}`;
const HOST = "([A-Za-z0-9]+((\\.|-+)[A-Za-z0-9]+)*|\\[[0-9A-Fa-f]*:[0-9A-Fa-f:]*\\])(:[0-9]+)?";
const IMAGE_PATH = "[a-z0-9]+(([._/]|__|-+)[a-z0-9]+)*";
const TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const DIGEST = "(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})";
const IPV4 =
  "(0*([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}0*([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
const ADDRESS_RANGE = `(${IPV4}/0*([0-9]|[12][0-9]|3[0-2])|${ipv6()}/0*([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))`;
const VERSION_SUFFIX =
  "([-+.]?[A-Za-z][-+.A-Za-z0-9]*|\\.[0-9][-+.A-Za-z0-9]*|[-+][-+.A-Za-z0-9]*)?";

/** A character that every YAML reader carries. */
const CARRIED = "[^\\x7f-\\x9f\ufffe\uffff]";

const LABEL_KEY_WORDS =
  "Write a name of at most 63 letters, digits, dashes, dots and underscores, optionally after a domain and a slash, such as team or example.com/team.";
const PREFIX_LENGTH: Spelling = Object.freeze({
  pattern: "^([^/]{1,253}/)?[^/]*$",
  patternErrorMessage: "The part before the slash must be at most 253 characters long.",
});

/**
 * The spelling of names as JSON Schema says it to editors. The checks in identifiers/ and kuberay/version.ts decide and
 * explain; tests hold the two together.
 */
export const patterns = Object.freeze({
  dns1035Label: spelled(
    "[a-z]([-a-z0-9]*[a-z0-9])?",
    63,
    "Write lower-case letters, digits and dashes, with a letter first and no dash at the end.",
  ),
  dns1123Label: spelled(
    LABEL,
    63,
    "Write lower-case letters, digits and dashes, with no dash at either end.",
  ),
  dns1123Subdomain: spelled(
    SUBDOMAIN,
    253,
    "Write lower-case letters, digits, dashes and dots, with a letter or digit at both ends of each part.",
  ),
  labelKey: spelled(LABEL_KEY, 317, LABEL_KEY_WORDS, [PREFIX_LENGTH]),
  labelValue: spelled(
    `(${NAME_SEGMENT})?`,
    63,
    "Write at most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends.",
  ),
  tolerationKey: spelled(`(${LABEL_KEY})?`, 317, LABEL_KEY_WORDS, [PREFIX_LENGTH]),
  annotationKey: spelled(`(${ANY_CASE_SUBDOMAIN}/)?${NAME_SEGMENT}`, 317, LABEL_KEY_WORDS, [
    PREFIX_LENGTH,
  ]),
  extendedResourceName: spelled(
    `${SUBDOMAIN}/${NAME_SEGMENT}`,
    308,
    "Write a domain, a slash and a name, such as nvidia.com/gpu.",
    [
      {
        pattern: "^[^/]{1,244}/",
        patternErrorMessage: "The part before the slash must be at most 244 characters long.",
      },
      forbidden("^requests\\."),
      forbidden("kubernetes\\.io/"),
    ],
  ),
  hugePages: spelled(
    "hugepages-[1-9][0-9]{0,3}(Mi|Gi)",
    16,
    "Write hugepages- and the size of a page, such as hugepages-2Mi.",
  ),
  imageReference: spelled(
    `(${HOST}/)?${IMAGE_PATH}(:${TAG})?(@${DIGEST})?`,
    4096,
    "Write registry.example.com/path:tag, with the path in lower case.",
    [forbidden("^[0-9a-f]{64}$")],
  ),
  version: spelled(
    `v?[0-9]{1,6}\\.[0-9]{1,6}(\\.[0-9]{1,6})?${VERSION_SUFFIX}`,
    64,
    "Write numbers with dots, such as 2.9.3.",
  ),
  variableName: spelled(
    "[-._A-Za-z][-._A-Za-z0-9]*",
    4096,
    "Write letters, digits and underscores, with no digit at the start.",
    [forbidden("^\\.(\\.|$)")],
  ),
  dataKey: spelled("[-._A-Za-z0-9]+", 253, "Write letters, digits, dashes, dots and underscores.", [
    forbidden("^\\.(\\.|$)"),
  ]),
  podField: spelled(
    `(metadata\\.(name|namespace|uid|labels\\['${LABEL_KEY}'\\]|annotations\\['(${ANY_CASE_SUBDOMAIN}/)?${NAME_SEGMENT}'\\])|spec\\.(nodeName|serviceAccountName)|status\\.(hostIPs?|podIPs?))`,
    340,
    "Write a field such as status.podIP, metadata.name or spec.nodeName.",
  ),
  mountPath: spelled(
    `/${CARRIED.replace("^", "^:")}*`,
    4096,
    "Write an absolute path, such as /data, without a colon.",
  ),
  subPath: spelled(
    `${CARRIED.replace("^", "^/")}${CARRIED}*`,
    4096,
    'Write a relative path, such as models/llama, without "..".',
    [forbidden("(^|/)\\.\\.(/|$)")],
  ),
  startParameter: spelled(
    "[a-z][a-z0-9]*(-[a-z0-9]+)*",
    100,
    "Write the parameter in lower case with dashes, without leading dashes, such as num-cpus.",
  ),
  rayResource: spelled(
    "[A-Za-z0-9_][-A-Za-z0-9_.:/]*",
    200,
    "Write letters, digits, underscores, dashes, dots, colons and slashes.",
  ),
  addressRange: spelled(
    ADDRESS_RANGE,
    256,
    "Write an address, a slash and the number of bits that all addresses of the range have in common, such as 10.0.0.0/8.",
  ),
  portName: spelled(
    "[a-z0-9]+(-[a-z0-9]+)*",
    15,
    "Write lower-case letters, digits and dashes, with a letter among them and no dash at either end.",
    [forbidden("^[-0-9]*$")],
  ),
  redisWord: spelled("[!-~]+", 1000, "Write one word, such as redis:6379."),
});

/** Keys that KubeRay owns. */
export const RESERVED_KEY_PATTERN = "^(ray\\.io/|app\\.kubernetes\\.io/created-by$)";

/** Text without the characters that no chain of YAML readers carries. */
export const carriedText: Spelling = Object.freeze({
  pattern: `^${CARRIED}*$`,
  patternErrorMessage: "Remove the control character, which not every YAML reader preserves.",
});

/** A whole number, or what a shell makes one of, such as `$PORT`. */
export const wholeNumberText: Spelling = Object.freeze({
  pattern: `^([0-9]*|${CARRIED.replace("^", "^-.0-9")}${CARRIED}*)$`,
  patternErrorMessage: "Write a whole number in quotes, without a unit.",
});

function spelled(
  expression: string,
  maxLength: number,
  patternErrorMessage: string,
  allOf?: TextPattern["allOf"],
): TextPattern {
  const pattern = `^${expression}$`;
  const more = allOf === undefined ? {} : { allOf: Object.freeze(allOf) };
  return Object.freeze({ pattern, patternErrorMessage, maxLength, ...more });
}

function forbidden(pattern: string): { readonly not: ForbiddenSpelling } {
  return Object.freeze({ not: Object.freeze({ type: "string", pattern }) });
}

/** Eight groups, or fewer around `::`; an address of IPv4 may stand for the last two. */
function ipv6(): string {
  const group = "[0-9A-Fa-f]{1,4}";
  const whole = `(${group}:){6}(${group}:${group}|${IPV4})`;
  const shortened = [0, 1, 2, 3, 4, 5, 6, 7].map((before) => {
    const first = before === 0 ? "" : `${group}(:${group}){${before - 1}}`;
    const most = 7 - before;
    const plain = most === 0 ? [] : [`${group}(:${group}){0,${most - 1}}`];
    const mixed = most < 2 ? [] : [`(${group}:){0,${most - 2}}${IPV4}`];
    const after = [...plain, ...mixed];
    return after.length === 0 ? `${first}::` : `${first}::(${after.join("|")})?`;
  });
  return `(${[whole, ...shortened].join("|")})`;
}
