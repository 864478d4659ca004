import { NotFoundPage } from "@/app/_ui/not-found-page";

export default function NotFound() {
  return <NotFoundPage />;
}
