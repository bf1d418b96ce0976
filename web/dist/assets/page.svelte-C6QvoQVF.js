import{L as e,Y as t,Z as n,at as r,q as i}from"./messages-BDYvLx1Q.js";var a={who:``,with:``,during:``,knownBy:``,means:[],status:[],publisher:``,place:``,text:``,about:``,minArticles:0,view:`timeline`,lanes:`pair`,order:`desc`,window:``,compare:[],pins:[],event:``,article:``,at:``,path:[],gql:``},o=[`timeline`,`graph`,`list`,`review`,`query`],s=[`pair`,`person`,`publisher`],c=[`means`,`status`,`compare`,`pins`,`path`],l=[`who`,`with`,`during`,`knownBy`,`publisher`,`place`,`text`,`about`,`window`,`event`,`article`,`at`,`gql`];function u(e){let t=new URLSearchParams(e),n=structuredClone(a);for(let e of l)n[e]=t.get(e)??``;for(let e of c)n[e]=f(t.get(e));n.minArticles=Math.max(0,Math.trunc(Number(t.get(`minArticles`)))||0);let r=t.get(`view`)??``;o.includes(r)&&(n.view=r);let i=t.get(`lanes`)??``;return s.includes(i)&&(n.lanes=i),t.get(`order`)===`asc`&&(n.order=`asc`),n.path=n.path.slice(0,2),n}function d(e){let t=new URLSearchParams;for(let[n,r]of Object.entries(e)){let e=a[n];Array.isArray(r)?r.length>0&&t.set(n,r.map(e=>encodeURIComponent(String(e))).join(`,`)):r!==e&&t.set(n,String(r))}let n=t.toString();return n?`?${n}`:``}function f(e){return e?e.split(`,`).filter(Boolean).map(p):[]}function p(e){try{return decodeURIComponent(e)}catch{return e}}function m(e){return!!(e.who||e.with||e.during||e.knownBy||e.publisher||e.place||e.text||e.about||e.minArticles||e.means.length||e.status.length||e.path.length||e.compare.length)}var h=[`who`,`with`,`during`,`knownBy`,`means`,`status`,`publisher`,`place`,`text`,`about`,`minArticles`,`compare`,`path`],g=class extends Error{code;hint;constructor(e,t,n=``){super(e),this.code=t,this.hint=n}},_=new Map,v=200,y=`graphql`;function b(e,t){let n=`${String(e)}\n${JSON.stringify(t)}`,r=_.get(n);if(r)return r;let i=S(String(e),t);return _.set(n,i),_.size>v&&_.delete(_.keys().next().value??``),i.catch(()=>_.delete(n)),i}function x(){_.clear()}async function S(e,t={},n){let r=await T(e,t,n),i=r.errors?.[0];if(i)throw new g(i.message,i.extensions?.code??`UNKNOWN`,i.extensions?.hint);if(!r.data)throw new g(`The answer has no data.`,`NO_DATA`);return r.data}function C(e){let t=sessionStorage.getItem(`key`);return{"content-type":`application/json`,accept:e,...t?{authorization:`Bearer ${t}`}:{}}}async function w(e){let t=await fetch(e,{headers:C(`*/*`)});if(!t.ok)throw new g(`The server answered with status ${t.status}.`,`HTTP_${t.status}`);return t.blob()}async function T(e,t={},n,r=3){let i;try{i=await fetch(y,{method:`POST`,headers:C(`application/graphql-response+json, application/json`),body:JSON.stringify({query:e,variables:t}),...n?{signal:n}:{}})}catch(e){throw e instanceof DOMException&&e.name===`AbortError`?e:new g(`The server does not answer.`,`UNREACHABLE`,`Is dateline serve running?`)}if(i.status===429||i.status===503){let a=Number(i.headers.get(`retry-after`));if(a>0&&a<=5&&r>0)return await new Promise(e=>setTimeout(e,a*1e3)),T(e,t,n,r-1)}try{return await i.json()}catch{throw new g(`The server answered with status ${i.status}.`,`HTTP_${i.status}`)}}var E=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new E(`
    fragment Count on FacetCount {
  value
  count
  entity {
    name
  }
}
    `,{fragmentName:`Count`}),new E(`
    fragment Time on TimeSpan {
  edtf
  earliest
  latest
  precision
  approximate
  text
  boundOnly
}
    `,{fragmentName:`Time`}),new E(`
    fragment Party on Entity {
  __typename
  id
  name
  country
}
    `,{fragmentName:`Party`}),new E(`
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
}`,{fragmentName:`Part`}),new E(`
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
}`,{fragmentName:`Line`});var D=new E(`
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
}`),O=new E(`
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
    `),k=new E(`
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
}`),A=new E(`
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
}`),j=new E(`
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
}`),M=new E(`
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
}`),N=new E(`
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
}`),P=new E(`
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
}`),F=new E(`
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
}`),I=new class{#e=n(i(u(location.search)));get address(){return e(this.#e)}set address(e){t(this.#e,e,!0)}#t=n(``);get notice(){return e(this.#t)}set notice(e){t(this.#t,e,!0)}#n=n(0);get edited(){return e(this.#n)}set edited(e){t(this.#n,e,!0)}#r=n(``);get gone(){return e(this.#r)}set gone(e){t(this.#r,e,!0)}constructor(){addEventListener(`popstate`,()=>this.address=u(location.search))}go(e,t=`push`){let n={...r(this.address),...e};h.some(t=>t in e)&&!(`event`in e)&&Object.assign(n,{event:``,article:``,at:``}),h.some(t=>t in e)&&!(`window`in e)&&(n.window=``);let i=d(n);this.address=n;let a=location.pathname+i;t===`replace`||a===location.pathname+location.search?history.replaceState(null,``,a):history.pushState(null,``,a)}link(e={}){return location.origin+location.pathname+d({...r(this.address),...e})}timer=0;say(e){this.notice=``,clearTimeout(this.timer),queueMicrotask(()=>this.notice=e),this.timer=window.setTimeout(()=>this.notice=``,5e3)}async copy(e,t){try{await navigator.clipboard.writeText(e),this.say(t)}catch{this.fallback=e}}#i=n(``);get fallback(){return e(this.#i)}set fallback(e){t(this.#i,e,!0)}};function L(e){let t=e.target;return t instanceof HTMLElement&&(t.isContentEditable||/^(?:INPUT|TEXTAREA|SELECT)$/u.test(t.tagName)||e.composedPath().some(e=>e instanceof HTMLElement&&e.isContentEditable))}export{C as _,k as a,m as b,M as c,N as d,g as f,x as g,y as h,O as i,P as l,w as m,L as n,A as o,b as p,D as r,j as s,I as t,F as u,T as v,S as y};