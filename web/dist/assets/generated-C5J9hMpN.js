var e=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new e(`
    fragment ArticleReports on ReportConnection {
  nodes {
    id
    status
    start
    end
    event {
      id
      summary
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `,{fragmentName:`ArticleReports`}),new e(`
    fragment Party on Entity {
  __typename
  id
  name
  country
}
    `,{fragmentName:`Party`}),new e(`
    fragment ArticleMentions on MentionConnection {
  nodes {
    start
    end
    entity {
      ...Party
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment Party on Entity {
  __typename
  id
  name
  country
}`,{fragmentName:`ArticleMentions`}),new e(`
    fragment Marks on Article {
  reports(first: 100) {
    ...ArticleReports
  }
  mentions(first: 100) {
    ...ArticleMentions
  }
}
    fragment ArticleReports on ReportConnection {
  nodes {
    id
    status
    start
    end
    event {
      id
      summary
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment ArticleMentions on MentionConnection {
  nodes {
    start
    end
    entity {
      ...Party
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment Party on Entity {
  __typename
  id
  name
  country
}`,{fragmentName:`Marks`}),new e(`
    fragment Count on FacetCount {
  value
  count
  entity {
    name
  }
}
    `,{fragmentName:`Count`}),new e(`
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}
    `,{fragmentName:`Time`}),new e(`
    fragment Part on Participation {
  role
  entity {
    ...Party
  }
  onBehalfOf {
    ...Party
  }
}
    fragment Party on Entity {
  __typename
  id
  name
  country
}`,{fragmentName:`Part`}),new e(`
    fragment Line on Event {
  id
  type
  means
  status
  summary
  several
  articleCount
  publisherCount
  time {
    ...Time
  }
  participants {
    ...Part
  }
  conflicts {
    kind
    reports {
      event {
        id
      }
    }
  }
  firstReports: reports(first: 3) {
    nodes {
      article {
        publisher
        published
      }
    }
  }
}
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}
fragment Party on Entity {
  __typename
  id
  name
  country
}
fragment Part on Participation {
  role
  entity {
    ...Party
  }
  onBehalfOf {
    ...Party
  }
}`,{fragmentName:`Line`}),new e(`
    fragment Compared on Compared {
  id
  name
  size
  node {
    __typename
    id
    ... on Event {
      summary
    }
    ... on Entity {
      name
    }
  }
  report {
    id
    start
    end
    article {
      id
      publisher
      published
    }
  }
}
    `,{fragmentName:`Compared`}),new e(`
    fragment Comparison on Comparison {
  a {
    ...Compared
  }
  b {
    ...Compared
  }
  score
  verdict
  reasons {
    aspect
    text
    for
  }
}
    fragment Compared on Compared {
  id
  name
  size
  node {
    __typename
    id
    ... on Event {
      summary
    }
    ... on Entity {
      name
    }
  }
  report {
    id
    start
    end
    article {
      id
      publisher
      published
    }
  }
}`,{fragmentName:`Comparison`}),new e(`
    fragment OneReview on Review {
  id
  kind
  text
  effect
  doubt
  skipped
  lock {
    by
    mine
    until
  }
  parts {
    ...Compared
  }
  comparisons {
    ...Comparison
  }
}
    fragment Comparison on Comparison {
  a {
    ...Compared
  }
  b {
    ...Compared
  }
  score
  verdict
  reasons {
    aspect
    text
    for
  }
}
fragment Compared on Compared {
  id
  name
  size
  node {
    __typename
    id
    ... on Event {
      summary
    }
    ... on Entity {
      name
    }
  }
  report {
    id
    start
    end
    article {
      id
      publisher
      published
    }
  }
}`,{fragmentName:`OneReview`});var t=new e(`
    query Article($id: ID!) {
  node(id: $id) {
    __typename
    ... on Article {
      id
      title
      publisher
      byline
      published
      publishedFrom
      url
      language
      text
      ...Marks
    }
  }
}
    fragment Marks on Article {
  reports(first: 100) {
    ...ArticleReports
  }
  mentions(first: 100) {
    ...ArticleMentions
  }
}
fragment ArticleReports on ReportConnection {
  nodes {
    id
    status
    start
    end
    event {
      id
      summary
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment ArticleMentions on MentionConnection {
  nodes {
    start
    end
    entity {
      ...Party
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment Party on Entity {
  __typename
  id
  name
  country
}`),n=new e(`
    query MoreMarks($id: ID!, $report: String, $mention: String, $reports: Boolean!, $mentions: Boolean!) {
  node(id: $id) {
    __typename
    ... on Article {
      reports(first: 100, after: $report) @include(if: $reports) {
        ...ArticleReports
      }
      mentions(first: 100, after: $mention) @include(if: $mentions) {
        ...ArticleMentions
      }
    }
  }
}
    fragment ArticleReports on ReportConnection {
  nodes {
    id
    status
    start
    end
    event {
      id
      summary
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment ArticleMentions on MentionConnection {
  nodes {
    start
    end
    entity {
      ...Party
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment Party on Entity {
  __typename
  id
  name
  country
}`),r=new e(`
    query Buckets($who: EntityRef, $with: EntityRef, $place: EntityRef, $means: [Means!], $status: [EventStatus!], $during: EDTF, $knownBy: Date, $publisher: String, $minArticles: Int, $text: String, $about: String, $by: TimeUnit!) {
  timeline(
    who: $who
    with: $with
    place: $place
    means: $means
    status: $status
    during: $during
    knownBy: $knownBy
    publisher: $publisher
    minArticles: $minArticles
    text: $text
    about: $about
    type: [CONTACT]
    by: $by
  ) {
    earliest
    latest
    count
  }
}
    `),i=new e(`
    query Cited($who: EntityRef, $with: EntityRef, $place: EntityRef, $means: [Means!], $status: [EventStatus!], $during: EDTF, $knownBy: Date, $publisher: String, $minArticles: Int, $text: String, $about: String, $orderBy: EventOrder, $after: String) {
  contacts(
    who: $who
    with: $with
    place: $place
    means: $means
    status: $status
    during: $during
    knownBy: $knownBy
    publisher: $publisher
    minArticles: $minArticles
    text: $text
    about: $about
    orderBy: $orderBy
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      summary
      time {
        ...Time
      }
      reports(first: 10) {
        nodes {
          quote
          attributedTo {
            name
          }
          article {
            id
            title
            publisher
            published
            url
          }
        }
      }
    }
  }
}
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}`),a=new e(`
    query Contacts($who: EntityRef, $with: EntityRef, $place: EntityRef, $means: [Means!], $status: [EventStatus!], $during: EDTF, $knownBy: Date, $publisher: String, $minArticles: Int, $text: String, $about: String, $orderBy: EventOrder, $after: String, $first: Int) {
  contacts(
    who: $who
    with: $with
    place: $place
    means: $means
    status: $status
    during: $during
    knownBy: $knownBy
    publisher: $publisher
    minArticles: $minArticles
    text: $text
    about: $about
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    totalCount
    unknownNames {
      argument
      name
      suggestions {
        matched
        entity {
          ...Party
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Line
    }
  }
}
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}
fragment Party on Entity {
  __typename
  id
  name
  country
}
fragment Part on Participation {
  role
  entity {
    ...Party
  }
  onBehalfOf {
    ...Party
  }
}
fragment Line on Event {
  id
  type
  means
  status
  summary
  several
  articleCount
  publisherCount
  time {
    ...Time
  }
  participants {
    ...Part
  }
  conflicts {
    kind
    reports {
      event {
        id
      }
    }
  }
  firstReports: reports(first: 3) {
    nodes {
      article {
        publisher
        published
      }
    }
  }
}`),o=new e(`
    query Evidence($id: ID!) {
  node(id: $id) {
    __typename
    ... on Event {
      ...Line
      deniesPlan
      qualifier
      place {
        ...Party
      }
      about {
        text
      }
      reports(first: 50) {
        totalCount
        nodes {
          id
          status
          means
          quote
          start
          end
          confidence
          time {
            ...Time
          }
          attributedTo {
            ...Party
          }
          participants {
            ...Part
          }
          place {
            ...Party
          }
          article {
            id
            title
            publisher
            published
            url
          }
        }
      }
      conflicts {
        kind
        explanation
        reports {
          id
          quote
          event {
            id
            summary
          }
          article {
            id
            title
            publisher
            published
          }
        }
      }
      merges {
        explanation
      }
      related {
        explanation
        event {
          id
          summary
        }
      }
    }
  }
}
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}
fragment Party on Entity {
  __typename
  id
  name
  country
}
fragment Part on Participation {
  role
  entity {
    ...Party
  }
  onBehalfOf {
    ...Party
  }
}
fragment Line on Event {
  id
  type
  means
  status
  summary
  several
  articleCount
  publisherCount
  time {
    ...Time
  }
  participants {
    ...Part
  }
  conflicts {
    kind
    reports {
      event {
        id
      }
    }
  }
  firstReports: reports(first: 3) {
    nodes {
      article {
        publisher
        published
      }
    }
  }
}`),s=new e(`
    query Facets($who: EntityRef, $with: EntityRef, $place: EntityRef, $means: [Means!], $status: [EventStatus!], $during: EDTF, $knownBy: Date, $publisher: String, $minArticles: Int, $text: String, $about: String) {
  contacts(
    who: $who
    with: $with
    place: $place
    means: $means
    status: $status
    during: $during
    knownBy: $knownBy
    publisher: $publisher
    minArticles: $minArticles
    text: $text
    about: $about
    first: 1
  ) {
    totalCount
    means: facets(by: MEANS) {
      ...Count
    }
    status: facets(by: STATUS) {
      ...Count
    }
    publisher: facets(by: PUBLISHER, first: 12) {
      ...Count
    }
    year: facets(by: YEAR, first: 40) {
      ...Count
    }
    country: facets(by: COUNTRY, first: 12) {
      ...Count
    }
    party: facets(by: PARTY, first: 12) {
      ...Count
    }
    place: facets(by: PLACE, first: 12) {
      ...Count
    }
  }
}
    fragment Count on FacetCount {
  value
  count
  entity {
    name
  }
}`),c=new e(`
    query Suggestions($name: String!) {
  suggestions(name: $name, first: 8) {
    matched
    distance
    entity {
      ...Party
      ... on Person {
        positions {
          title
        }
      }
    }
  }
}
    fragment Party on Entity {
  __typename
  id
  name
  country
}`),l=new e(`
    query Party($ref: EntityRef!) {
  entity(ref: $ref) {
    ...Party
  }
}
    fragment Party on Entity {
  __typename
  id
  name
  country
}`),u=new e(`
    query Path($from: EntityRef!, $to: EntityRef!, $during: EDTF) {
  path(from: $from, to: $to, during: $during) {
    from {
      ...Party
    }
    to {
      ...Party
    }
    events {
      ...Line
    }
  }
}
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}
fragment Party on Entity {
  __typename
  id
  name
  country
}
fragment Part on Participation {
  role
  entity {
    ...Party
  }
  onBehalfOf {
    ...Party
  }
}
fragment Line on Event {
  id
  type
  means
  status
  summary
  several
  articleCount
  publisherCount
  time {
    ...Time
  }
  participants {
    ...Part
  }
  conflicts {
    kind
    reports {
      event {
        id
      }
    }
  }
  firstReports: reports(first: 3) {
    nodes {
      article {
        publisher
        published
      }
    }
  }
}`),d=new e(`
    query Reviews($kind: [ReviewKind!], $skipped: Boolean, $after: String) {
  reviews(kind: $kind, skipped: $skipped, first: 20, after: $after) {
    totalCount
    counts {
      kind
      count
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...OneReview
    }
  }
}
    fragment OneReview on Review {
  id
  kind
  text
  effect
  doubt
  skipped
  lock {
    by
    mine
    until
  }
  parts {
    ...Compared
  }
  comparisons {
    ...Comparison
  }
}
fragment Comparison on Comparison {
  a {
    ...Compared
  }
  b {
    ...Compared
  }
  score
  verdict
  reasons {
    aspect
    text
    for
  }
}
fragment Compared on Compared {
  id
  name
  size
  node {
    __typename
    id
    ... on Event {
      summary
    }
    ... on Entity {
      name
    }
  }
  report {
    id
    start
    end
    article {
      id
      publisher
      published
    }
  }
}`),f=new e(`
    mutation LockReview($id: ID!) {
  lockReview(id: $id) {
    granted
    review {
      ...OneReview
    }
  }
}
    fragment OneReview on Review {
  id
  kind
  text
  effect
  doubt
  skipped
  lock {
    by
    mine
    until
  }
  parts {
    ...Compared
  }
  comparisons {
    ...Comparison
  }
}
fragment Comparison on Comparison {
  a {
    ...Compared
  }
  b {
    ...Compared
  }
  score
  verdict
  reasons {
    aspect
    text
    for
  }
}
fragment Compared on Compared {
  id
  name
  size
  node {
    __typename
    id
    ... on Event {
      summary
    }
    ... on Entity {
      name
    }
  }
  report {
    id
    start
    end
    article {
      id
      publisher
      published
    }
  }
}`),p=new e(`
    mutation UnlockReview($id: ID!) {
  unlockReview(id: $id) {
    granted
  }
}
    `),m=new e(`
    mutation SkipReview($id: ID!, $skip: Boolean!) {
  skipReview(id: $id, skip: $skip) {
    granted
  }
}
    `),h=new e(`
    query How($id: ID!) {
  how(id: $id) {
    text
    comparisons {
      ...Comparison
    }
    edits {
      effect
      edit {
        id
        kind
        author
        reason
        time
      }
    }
  }
}
    fragment Comparison on Comparison {
  a {
    ...Compared
  }
  b {
    ...Compared
  }
  score
  verdict
  reasons {
    aspect
    text
    for
  }
}
fragment Compared on Compared {
  id
  name
  size
  node {
    __typename
    id
    ... on Event {
      summary
    }
    ... on Entity {
      name
    }
  }
  report {
    id
    start
    end
    article {
      id
      publisher
      published
    }
  }
}`),g=new e(`
    query History($id: ID!, $after: String) {
  node(id: $id) {
    ... on Event {
      history(first: 30, after: $after) {
        totalCount
        gap
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          cursor
          at
          kind
          before {
            summary
            status
          }
          article {
            id
            title
            publisher
            published
          }
          edit {
            id
            kind
            author
            reason
          }
        }
      }
    }
  }
}
    `);export{o as a,h as c,l as d,u as f,p as g,c as h,a as i,f as l,m,r as n,s as o,d as p,i as r,g as s,t,n as u};