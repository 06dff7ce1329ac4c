import { hugePageMebibytes } from "../../quantity/huge-pages.ts";
import { extendedResourceNameProblem } from "./extended-resource-name.ts";

/**
 * Why a text names no resource that pods ask for by a whole number, an extended one or huge pages: a sentence about "It";
 * undefined where it does.
 */
export function podResourceProblem(text: string): string | undefined {
  if (!text.startsWith("hugepages-")) return extendedResourceNameProblem(text);
  return hugePagesProblem(text);
}

/** Why a text names no huge pages such as `hugepages-2Mi`: a sentence about "It"; undefined where it does. */
export function hugePagesProblem(text: string): string | undefined {
  return hugePageMebibytes(text) === undefined
    ? "It must contain the page size, as in hugepages-2Mi and hugepages-1Gi."
    : undefined;
}
