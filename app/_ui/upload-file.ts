/** Why an upload came to nothing. `stopped`: by the person; `no-answer`: the line or the server broke off. */
export type UploadFailure =
  | { kind: "stopped" }
  | { kind: "no-answer" }
  | {
      kind: "refused";
      status: number;
      reason: string | null;
      sentence: string;
      fields: { path: string; sentence: string }[];
    };

export type Uploaded<Answer> = { done: Answer } | UploadFailure;

type UploadOf = {
  /** What comes before the file */
  fields: Record<string, unknown>;
  file: File;
  /** From 0 to 1 */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** As the server takes it apart (`server/api/framed-body.ts`): a length, the fields as JSON, the file. */
function bodyOf(fields: Record<string, unknown>, file: File): Blob {
  const json = new TextEncoder().encode(JSON.stringify(fields));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, json.length);
  return new Blob([length, json, file]);
}

function answered<Answer>({ status, responseText }: XMLHttpRequest): Uploaded<Answer> {
  try {
    const body = JSON.parse(responseText);
    if (status === 200) return { done: body };
    const { message, reason, fields } = body.error;
    return { kind: "refused", status, reason: reason ?? null, sentence: message, fields: fields ?? [] };
  } catch {
    // Not our words: something between here and the server answered.
    return { kind: "no-answer" };
  }
}

/** Sends a file with what belongs to it, and says how far it is. A POST with our own header: no form can send it. */
export function uploadFile<Answer>(
  address: string,
  { fields, file, onProgress, signal }: UploadOf,
): Promise<Uploaded<Answer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (outcome: Uploaded<Answer>) => {
      signal.removeEventListener("abort", stop);
      resolve(outcome);
    };
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/vnd.kroniek.upload");
    request.setRequestHeader("x-kroniek", "1");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => end(answered(request));
    request.onerror = () => end({ kind: "no-answer" });
    request.onabort = () => end({ kind: "stopped" });
    signal.addEventListener("abort", stop);
    request.send(bodyOf(fields, file));
  });
}
