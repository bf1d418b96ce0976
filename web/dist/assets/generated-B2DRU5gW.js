var e=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new e(`
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
    fragment Party on Entity {
  __typename
  id
  name
  country
}
    `,{fragmentName:`Party`}),new e(`
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
    fragment Card on Review {
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
}`,{fragmentName:`Card`});var t=new e(`
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
      reports(first: 100) {
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
      }
      entities {
        ...Party
        mentions(first: 100) {
          nodes {
            start
            end
            article {
              id
            }
          }
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
}`),n=new e(`
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
    `),r=new e(`
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
}`),i=new e(`
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
}`),a=new e(`
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
}`),o=new e(`
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
}`),s=new e(`
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
}`),c=new e(`
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
}`),l=new e(`
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
}`),u=new e(`
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
      ...Card
    }
  }
}
    fragment Card on Review {
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
}`),d=new e(`
    mutation LockReview($id: ID!) {
  lockReview(id: $id) {
    granted
    review {
      ...Card
    }
  }
}
    fragment Card on Review {
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
    mutation UnlockReview($id: ID!) {
  unlockReview(id: $id) {
    granted
  }
}
    `),p=new e(`
    mutation SkipReview($id: ID!, $skip: Boolean!) {
  skipReview(id: $id, skip: $skip) {
    granted
  }
}
    `),m=new e(`
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
}`),h=new e(`
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
    `);export{a,m as c,l as d,u as f,f as h,i,d as l,s as m,n,o,p,r,h as s,t,c as u};