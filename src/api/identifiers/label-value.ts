import { nameSegmentProblem } from "./name-segment.ts";

/**
 * Why a text is no value of a label, node selector or toleration: a sentence about "It"; undefined where it is one.
 * Empty is one. Source: Kubernetes, IsValidLabelValue.
 */
export function labelValueProblem(text: string): string | undefined {
  return text === "" ? undefined : nameSegmentProblem(text);
}
