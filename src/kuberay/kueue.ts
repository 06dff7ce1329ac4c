/** The label that puts an object into a queue of Kueue: kueue pkg/controller/constants. */
export const QUEUE_LABEL = "kueue.x-k8s.io/queue-name";
/** The annotation that lets a job grow and shrink while it runs. */
export const ELASTIC_ANNOTATION = "kueue.x-k8s.io/elastic-job";
