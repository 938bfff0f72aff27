import { mayImport, type Role, seesAllLeads } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { shellWords } from "./shell-words.ts";

const { pages } = shellWords;

export interface NavigationPage {
  readonly path: string;
  readonly label: (role: Role) => Bilingual;
  /** Path of the icon, in a square of 20. */
  readonly icon: string;
  /** On phones the page is behind a menu. */
  readonly isRare?: true;
  readonly isFor?: (role: Role) => boolean;
}

/** The pages that a role sees, in the order of a day's work. */
export const pagesFor = (role: Role): readonly NavigationPage[] =>
  navigationPages.filter(({ isFor }) => isFor === undefined || isFor(role));

const navigationPages: readonly NavigationPage[] = [
  { path: "/", label: () => pages.pipeline, icon: "M3 4h3.5v12H3zM8.25 4h3.5v8h-3.5zM13.5 4H17v5h-3.5z" },
  {
    path: "/my-leads",
    label: (role) => (role === "rep" ? pages.myLeads : pages.worklists),
    icon: "M3.5 5.5l1.2 1.2L7 4.4M3.5 13l1.2 1.2L7 11.9M10 6h7M10 13.5h7",
  },
  { path: "/figures", label: () => pages.figures, icon: "M3 17h14M5 14V9M10 14V4M15 14v-7" },
  { path: "/meeting", label: () => pages.meeting, icon: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3" },
  {
    path: "/attention",
    isFor: seesAllLeads,
    label: () => pages.attention,
    icon: "M10 3.5l7 12.5H3zM10 8.5v3.5M10 14.2v.1",
  },
  {
    path: "/celebrate",
    isRare: true,
    label: () => pages.celebrate,
    icon: "M6.5 3.5h7V8a3.5 3.5 0 0 1-7 0zM6.5 5h-3c0 2.5 1 3.5 3 3.5M13.5 5h3c0 2.5-1 3.5-3 3.5M10 11.5V14M7 16.5h6",
  },
  { path: "/agreement", isRare: true, label: () => pages.agreement, icon: "M5 3h7l3.5 3.5V17H5zM8 9h5M8 12h5M8 15h3" },
  {
    path: "/room",
    isRare: true,
    label: () => pages.room,
    icon: "M3 4.5h9v6H7l-2.500 2.500V10.500H3zM14 7.500h3v6h-2V16l-2.500-2.500H9.500",
  },
  {
    path: "/sources",
    isRare: true,
    isFor: seesAllLeads,
    label: () => pages.sources,
    icon: "M3 5h6M3 10h4M3 15h6M9 5c4 0 2 5 5 5M9 15c4 0 2-5 5-5M14 10h3M15 7.5l2.5 2.500L15 12.500",
  },
  {
    path: "/import",
    isRare: true,
    isFor: mayImport,
    label: () => pages.import,
    icon: "M10 3v9M6.5 8.500l3.500 3.500 3.500-3.500M3.500 13v3.500h13V13",
  },
  {
    path: "/trail",
    isRare: true,
    isFor: (role) => role === "operations",
    label: () => pages.trail,
    icon: "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14M10 6v4l3 2",
  },
];
