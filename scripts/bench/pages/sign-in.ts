import { DEMO_PASSWORD } from "@/db/seed/people";

const cookiesOf = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/**
 * Signs someone of the demo in over HTTP, as the sign-in page does.
 * @returns the cookie header of their requests
 */
export async function signedIn(site: string, email: string): Promise<string> {
  const before = await fetch(`${site}/api/auth/csrf`);
  const { csrfToken } = (await before.json()) as { csrfToken: string };
  const answer = await fetch(`${site}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiesOf(before).join("; "),
      origin: site,
    },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD, json: "true" }),
  });
  const session = cookiesOf(answer).find((cookie) => cookie.includes("kroniek.session="));
  if (!session) throw new Error(`Signing in as ${email} did not work (${answer.status}).`);
  return session;
}
