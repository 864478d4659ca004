import { forbidden, redirect } from "next/navigation";
import { adminPagesOf } from "../_shell/admin-pages";
import { me } from "../_shell/me";

/** Beheer opens at the first page someone may use. */
export default async function AdminPage() {
  const [first] = adminPagesOf((await me()).holds);
  if (!first) forbidden();
  redirect(first.href);
}
