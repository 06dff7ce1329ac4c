/** How a text is spelled, in the words of JSON Schema. */
export interface TextPattern {
  /** ECMA-262, meant for the `u` flag. */
  readonly pattern: string;
  /** Characters. */
  readonly maxLength: number;
}

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const ANY_CASE_LABEL = "[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?";
const ANY_CASE_SUBDOMAIN = `${ANY_CASE_LABEL}(\\.${ANY_CASE_LABEL})*`;
const NAME_SEGMENT = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
const LABEL_KEY = `((?=[^/]{1,253}/)${SUBDOMAIN}/)?${NAME_SEGMENT}`;
const HOST = "([A-Za-z0-9]+((\\.|-+)[A-Za-z0-9]+)*|\\[[0-9A-Fa-f]*:[0-9A-Fa-f:]*\\])(:[0-9]+)?";
const IMAGE_PATH = "[a-z0-9]+(([._/]|__|-+)[a-z0-9]+)*";
const TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const DIGEST = "(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})";
const VERSION_SUFFIX =
  "([-+.]?[A-Za-z][-+.A-Za-z0-9]*|\\.[0-9][-+.A-Za-z0-9]*|[-+][-+.A-Za-z0-9]*)?";

/**
 * The spelling of names as JSON Schema says it to editors. The checks in identifiers/ and kuberay/version.ts decide and
 * explain; tests hold the two together.
 */
export const patterns = Object.freeze({
  dns1035Label: spelled("[a-z]([-a-z0-9]*[a-z0-9])?", 63),
  dns1123Label: spelled(LABEL, 63),
  dns1123Subdomain: spelled(SUBDOMAIN, 253),
  labelKey: spelled(LABEL_KEY, 317),
  labelValue: spelled(`(${NAME_SEGMENT})?`, 63),
  tolerationKey: spelled(`(${LABEL_KEY})?`, 317),
  annotationKey: spelled(`((?=[^/]{1,253}/)${ANY_CASE_SUBDOMAIN}/)?${NAME_SEGMENT}`, 317),
  extendedResourceName: spelled(
    `(?!requests\\.)(?!.*kubernetes\\.io/)(?=[^/]{1,244}/)${SUBDOMAIN}/${NAME_SEGMENT}`,
    308,
  ),
  imageReference: spelled(`(?![0-9a-f]{64}$)(${HOST}/)?${IMAGE_PATH}(:${TAG})?(@${DIGEST})?`, 4096),
  version: spelled(`v?[0-9]{1,6}\\.[0-9]{1,6}(\\.[0-9]{1,6})?${VERSION_SUFFIX}`, 64),
});

/** Keys that KubeRay owns. */
export const RESERVED_KEY_PATTERN = "^(ray\\.io/|app\\.kubernetes\\.io/created-by$)";

/** Text without the characters that no chain of YAML readers carries. */
export const CARRIED_TEXT_PATTERN = "^[^\\u007f-\\u009f\\ufffe\\uffff]*$";

function spelled(expression: string, maxLength: number): TextPattern {
  return Object.freeze({ pattern: `^${expression}$`, maxLength });
}
