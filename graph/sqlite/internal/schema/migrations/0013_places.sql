-- Which articles were loaded from one place.
CREATE INDEX articles_of_source ON articles (source) WHERE source <> '';
