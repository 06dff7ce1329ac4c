/** The label that puts pods into a queue of the KAI scheduler, without which they wait forever. */
export const KAI_QUEUE_LABEL = "kai.scheduler/queue";

/** What pods that KAI places name as their scheduler. */
export const KAI_SCHEDULER = "kai-scheduler";

/** Annotations by which KAI gives a pod a part of a GPU: pkg/common/constants of KAI-Scheduler. */
export const KAI_FRACTIONS: readonly string[] = Object.freeze(["gpu-fraction", "gpu-memory"]);
