import { formatCount } from "../../diagnostics/show.ts";
import { labelKeyProblem } from "./label-key.ts";

const QUOTA_PREFIX = "requests.";

/** With the quota's prefix the part before "/" must still be a DNS-1123 subdomain of 253 characters. */
const MAXIMUM_PREFIX_LENGTH = 253 - QUOTA_PREFIX.length;

/**
 * Why a text names no extended resource such as `nvidia.com/gpu`: a sentence about "It"; undefined where it does.
 * Source: Kubernetes, IsExtendedResourceName.
 */
export function extendedResourceNameProblem(text: string): string | undefined {
  const problem = labelKeyProblem(text);
  if (problem !== undefined) return problem;
  const slash = text.indexOf("/");
  if (slash === -1) return 'It must have a domain and "/" before its name, as nvidia.com/gpu has.';
  if (text.includes("kubernetes.io/")) {
    return 'It may not contain "kubernetes.io/", which marks the resources of Kubernetes itself.';
  }
  if (text.startsWith(QUOTA_PREFIX)) {
    return 'It may not start with "requests.", which marks a resource quota.';
  }
  if (slash > MAXIMUM_PREFIX_LENGTH) {
    return `The part before "/" is ${formatCount(slash)} characters long; at most ${MAXIMUM_PREFIX_LENGTH} are allowed.`;
  }
  return undefined;
}
