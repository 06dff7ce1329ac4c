import type { PlainData } from "../../diagnostics/plain-data.ts";
import { wordText } from "../../diagnostics/show.ts";
import { formatCpu } from "../../quantity/format-quantity.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const NANOS = 10n ** 9n;
const BYTES_OF_A_MEBIBYTE = 2n ** 20n;
const NANOS_OF_A_MILLI = 10n ** 6n;

/** Amounts that are lawful and surely not meant. Source: Kubernetes, pkg/api/pod/warnings.go. */
export const podAmount = definePodLaw({
  code: "pod-amount",
  concerns: ["limits", "requests", "overhead"],
  *check({ amounts }) {
    for (const { resource, place, quantity } of amounts) {
      if (quantity === undefined || quantity.nanos < 0n) continue;
      const problem = problemOf(resource, place.data, quantity.nanos);
      if (problem !== undefined) yield { path: place.path, ...problem };
    }
  },
});

function problemOf(
  name: string,
  data: PlainData | undefined,
  nanos: bigint,
): Omit<PodFinding, "path"> | undefined {
  if (isBytes(name) && nanos % NANOS !== 0n) {
    const message = `${name} is ${wordText(data)}, which is not a whole number of bytes: "m" is a thousandth.`;
    return { message, hint: "Write M or Mi for millions of bytes, such as 512Mi." };
  }
  if (name === "memory" && nanos > 0n && nanos < NANOS * BYTES_OF_A_MEBIBYTE) {
    const message = `memory is ${wordText(data)}, which is less than 1Mi and too little for any container.`;
    return { message, hint: "Write the unit, such as 8Gi; a number without one counts bytes." };
  }
  if (name === "cpu" && nanos % NANOS_OF_A_MILLI !== 0n) {
    const message = `cpu is ${wordText(data)}, which is finer than ${formatCpu(1)}, the smallest step of CPU.`;
    return { message, hint: "Write thousandths of a CPU, such as 500m." };
  }
  if (name.includes("/") && name.includes("kubernetes.io/")) {
    const message = `${name} has a name that is reserved for Kubernetes itself, and nodes do not offer such a resource.`;
    return { target: "key", message, hint: "Use the name that the device plugin gives." };
  }
  return undefined;
}

function isBytes(name: string): boolean {
  return name === "memory" || name === "ephemeral-storage";
}
