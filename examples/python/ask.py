"""Prints all contacts of a party, each with its quotes. Standard library only."""

import json
import os
import sys
import urllib.request

URL = os.environ.get("DATELINE_URL", "http://127.0.0.1:8080")
QUERY = """
query($who: EntityRef, $after: String) {
  contacts(who: $who, first: 5, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      summary status
      time { edtf }
      reports { nodes { quote attributedTo { name } article { publisher published url } } }
    }
  }
}
"""


def ask(query, variables):
    """Returns the data of a GraphQL answer; raises RuntimeError with the code of an error."""
    headers = {"content-type": "application/json"}
    if "DATELINE_KEY" in os.environ:
        headers["authorization"] = "Bearer " + os.environ["DATELINE_KEY"]
    body = json.dumps({"query": query, "variables": variables}).encode()
    with urllib.request.urlopen(urllib.request.Request(URL + "/graphql", body, headers)) as response:
        answer = json.load(response)
    for error in answer.get("errors", []):
        raise RuntimeError(f"{error['extensions']['code']}: {error['message']}")
    return answer["data"]


def contacts(name):
    """Yields all contacts of a party, page by page."""
    after = None
    while True:
        page = ask(QUERY, {"who": {"name": name}, "after": after})["contacts"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


if __name__ == "__main__":
    for contact in contacts(sys.argv[1] if len(sys.argv) > 1 else "Solheim"):
        when = contact["time"]["edtf"] if contact["time"] else "undated"
        print(f"{when}: {contact['summary']} [{contact['status']}]")
        for report in contact["reports"]["nodes"]:
            article = report["article"]
            said = ", ".join(source["name"] for source in report["attributedTo"])
            source = ", ".join(filter(None, [article["publisher"], article["published"], article["url"]]))
            print(f"  “{report['quote']}” {f'({said}) ' if said else ''}— {source or 'no source'}")
