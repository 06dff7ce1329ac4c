/**
 * The patterns of KubeRay's CRDs, beside that of quantities. Another one, of a CRD given at run time, is not judged: it may
 * be one of Go's alone, or take JavaScript forever.
 */
const JUDGED: readonly string[] = Object.freeze([
  "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$",
  "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$",
]);

export function isJudgedPattern(pattern: string): boolean {
  return JUDGED.includes(pattern);
}
