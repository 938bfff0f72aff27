import { Link, useRoute } from "wouter";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { useAttention } from "../pages/attention/attention-count.ts";
import { MoreMenu } from "./more-menu.tsx";
import { type NavigationPage, pagesFor } from "./pages.tsx";
import { shellWords } from "./shell-words.ts";

/** At the side on wide screens, at the bottom on phones. */
export const Navigation = () => {
  const { say } = useLanguage();
  const { company, role } = useMe();
  return (
    <nav className="shell-nav" aria-label={say(shellWords.navigation)}>
      <p className="shell-brand">
        <Gears />
        <span>{company}</span>
      </p>
      <ul>
        {pagesFor(role).map((page) => (
          <li key={page.path} className={page.isRare === true ? "shell-rare" : ""}>
            <PageLink page={page} />
          </li>
        ))}
        <li className="shell-more">
          <MoreMenu />
        </li>
      </ul>
    </nav>
  );
};

const PageLink = ({ page }: { page: NavigationPage }) => {
  const { say } = useLanguage();
  const { role } = useMe();
  const [isExactlyHere] = useRoute(page.path);
  const [isBelow] = useRoute(`${page.path}/*`);
  const isHere = isExactlyHere || (isBelow && page.path !== "/");
  return (
    <Link href={page.path} className="shell-link" aria-current={isHere ? "page" : undefined}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d={page.icon}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span>{say(page.label(role))}</span>
      {page.path === "/attention" && <AttentionCount />}
    </Link>
  );
};

/** Milliseconds: a count in the navigation is not urgent. */
const every = 60_000;

const AttentionCount = () => {
  const { say } = useLanguage();
  const { count, isMore } = useAttention(every);
  if (count === 0) return null;
  return (
    <span className="shell-count">
      <span aria-hidden="true">{isMore ? `${count}+` : count}</span>
      <span className="unseen">{say(shellWords.attentionCount(count, isMore))}</span>
    </span>
  );
};

const Gears = () => (
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="9" cy="14" r="5.500" strokeDasharray="2.400 1.055" strokeWidth="2.600" />
      <circle cx="9" cy="14" r="3.600" />
      <circle cx="18" cy="7" r="3.800" strokeDasharray="1.900 1.084" strokeWidth="2.400" />
      <circle cx="18" cy="7" r="2.200" />
    </g>
  </svg>
);
