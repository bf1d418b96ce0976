/** An article with what is marked in it, read page after page. */
import { ask } from "./client";
import { ArticleDocument, MoreMarksDocument, type ArticleMentionsFragment, type ArticleQuery, type ArticleReportsFragment } from "./generated";

type Node = Extract<NonNullable<ArticleQuery["node"]>, { __typename: "Article" }>;
export type Report = ArticleReportsFragment["nodes"][number];
export type Mention = ArticleMentionsFragment["nodes"][number];

export interface Article extends Omit<Node, "reports" | "mentions"> {
  reports: Report[];
  mentions: Mention[];
}

/** Gives an article with its first marks, and once more with all of them if there are more; nothing if there is no such article. */
export async function* articleOf(id: string): AsyncGenerator<Article> {
  const { node } = await ask(ArticleDocument, { id });
  if (node?.__typename !== "Article") return;
  const marks = new Marks();
  marks.add(node);
  yield { ...node, ...marks.read };
  if (!marks.rest) return;
  while (marks.rest) {
    const more = await ask(MoreMarksDocument, { id, ...marks.rest });
    if (more.node?.__typename !== "Article") return;
    marks.add(more.node);
  }
  yield { ...node, ...marks.read };
}

class Marks {
  private readonly reports: Report[] = [];
  private readonly mentions: Mention[] = [];
  /** Where to read on; nothing if all is read. */
  rest: { reports: boolean; mentions: boolean; report: string | null; mention: string | null } | undefined;

  add(page: { reports?: ArticleReportsFragment; mentions?: ArticleMentionsFragment }): void {
    this.reports.push(...(page.reports?.nodes ?? []));
    this.mentions.push(...(page.mentions?.nodes ?? []));
    const [report, mention] = [next(page.reports?.pageInfo), next(page.mentions?.pageInfo)];
    this.rest = report || mention ? { reports: Boolean(report), mentions: Boolean(mention), report, mention } : undefined;
  }
  get read(): { reports: Report[]; mentions: Mention[] } {
    return { reports: [...this.reports], mentions: [...this.mentions] };
  }
}

function next(info?: ArticleMentionsFragment["pageInfo"]): string | null {
  return info?.hasNextPage ? (info.endCursor ?? null) : null;
}
