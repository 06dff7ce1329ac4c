import { dns1123SubdomainProblem } from "./dns-subdomain.ts";
import { nameSegmentProblem } from "./name-segment.ts";

/**
 * Why a text is no key of a label, node selector or toleration: a sentence about "It"; undefined where it is one.
 * A name segment, with a DNS-1123 subdomain and "/" before it or not. Source: Kubernetes, IsQualifiedName.
 */
export function labelKeyProblem(text: string): string | undefined {
  const slash = text.indexOf("/");
  if (slash === -1) return nameSegmentProblem(text);
  if (text.includes("/", slash + 1)) return 'It may contain "/" only once.';
  return (
    dns1123SubdomainProblem(text.slice(0, slash), 'The part before "/"') ??
    nameSegmentProblem(text.slice(slash + 1), 'The part after "/"')
  );
}
