package resolvers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// gqlparser says in a sentence what is wrong with a query, and where. For programs, and for
// people who do not know the schema, its errors are given what they are about: the
// argument, field, variable, directive, fragment, type or operation at fault, and what
// could stand there instead.

// maxErrors is how many errors of one query are told: the rest mostly follows from them.
const maxErrors = 20

// The keys in an error's extensions that say what it is about.
const (
	keyArgument  = "argument"
	keyField     = "field"
	keyVariable  = "variable"
	keyDirective = "directive"
	keyFragment  = "fragment"
	keyType      = "type"
	keyOperation = "operation"
	// keyAllowed lists what could stand there instead: an enum's values, or the names of
	// fields, arguments, directives or fragments.
	keyAllowed = "allowed"
	// keyExample is a value that could.
	keyExample = "example"
)

// subjects says what the errors of each of gqlparser's rules are about: their message has
// its name in quotation marks, the first one or the one that at counts to.
var subjects = map[string]struct {
	key string
	at  int
}{
	"FieldsOnCorrectType":          {keyField, 0},
	"ScalarLeafs":                  {keyField, 0},
	"OverlappingFieldsCanBeMerged": {keyField, 0},
	"KnownArgumentNames":           {keyArgument, 0},
	"UniqueArgumentNames":          {keyArgument, 0},
	"ProvidedRequiredArguments":    {keyArgument, 1},
	"KnownDirectives":              {keyDirective, 0},
	"UniqueDirectivesPerLocation":  {keyDirective, 0},
	"KnownFragmentNames":           {keyFragment, 0},
	"NoUnusedFragments":            {keyFragment, 0},
	"NoFragmentCycles":             {keyFragment, 0},
	"UniqueFragmentNames":          {keyFragment, 0},
	"FragmentsOnCompositeTypes":    {keyFragment, 0},
	"PossibleFragmentSpreads":      {keyFragment, 0},
	"KnownTypeNames":               {keyType, 0},
	"NoUndefinedVariables":         {keyVariable, 0},
	"NoUnusedVariables":            {keyVariable, 0},
	"UniqueVariableNames":          {keyVariable, 0},
	"VariablesAreInputTypes":       {keyVariable, 0},
	"VariablesInAllowedPosition":   {keyVariable, 0},
	"UniqueOperationNames":         {keyOperation, 0},
	"SingleFieldSubscriptions":     {keyOperation, 0},
	"KnownRootType":                {keyOperation, 0},
	"LoneAnonymousOperation":       {"", 0},
	"MaxIntrospectionDepth":        {"", 0},
	"UniqueInputFieldNames":        {"", 0}, // the argument around it is told
	"ValuesOfCorrectType":          {"", 0}, // likewise
}

// validate returns what is wrong with a document.
func validate(document *ast.QueryDocument) gqlerror.List {
	errs := validator.ValidateWithRules(definition(), document, rules.NewDefaultRules())
	if len(errs) == 0 {
		return nil
	}
	errs = errs[:min(len(errs), maxErrors)]
	sites := sitesOf(document)
	for _, err := range errs {
		errcode.Set(err, errcode.ValidationFailed)
		explain(err, sites.at(err))
	}
	return errs
}

// quoted finds names in the messages of gqlparser.
var quoted = regexp.MustCompile(`"[$@]?(\w+)"`)

// explain says what an error is about, and what could stand there instead.
func explain(err *gqlerror.Error, at site) {
	named, name := subjects[err.Rule], ""
	if found := quoted.FindAllStringSubmatch(err.Message, named.at+1); named.key != "" && len(found) > named.at {
		name = found[named.at][1]
		err.Extensions[named.key] = cut(name)
	}
	if at.argument != nil && err.Extensions[keyArgument] == nil {
		err.Extensions[keyArgument] = at.argument.Name
	}
	allowed, example := at.instead(err.Rule, name)
	if len(allowed) > 0 {
		err.Extensions[keyAllowed] = allowed
	}
	if example != "" {
		err.Extensions[keyExample] = example
	}
	err.Message = withRemedy(err.Message, allowed, example)
}

// maxListed is how many names a message lists; the extensions have all.
const maxListed = 12

// withRemedy adds to a message what could stand there instead.
func withRemedy(message string, allowed []string, example string) string {
	if !strings.HasSuffix(message, "?") {
		message = strings.TrimSuffix(message, ".") + "."
	}
	switch {
	case len(allowed) > maxListed:
		return fmt.Sprintf("%s Choose from %s and %d more.", message, strings.Join(allowed[:maxListed], ", "), len(allowed)-maxListed)
	case len(allowed) > 0:
		return fmt.Sprintf("%s Choose from %s.", message, strings.Join(allowed, ", "))
	case example != "":
		return fmt.Sprintf("%s Give, for example, %s.", message, example)
	}
	return message
}

// site is a place in a document at which an error can be.
type site struct {
	field     *ast.Field // the field there, or around it
	directive *ast.Directive
	argument  *ast.Argument // the argument there, or around the value
	value     *ast.Value
	// fragments are those of the document.
	fragments ast.FragmentDefinitionList
}

// instead returns what could stand at the site in place of what a rule objects to.
func (s site) instead(rule, name string) (allowed []string, example string) {
	switch rule {
	case "FieldsOnCorrectType":
		if s.field != nil && s.field.ObjectDefinition != nil {
			return fieldNames(s.field.ObjectDefinition), ""
		}
	case "ScalarLeafs":
		if s.field != nil && s.field.Definition != nil {
			return fieldNames(definition().Types[s.field.Definition.Type.Name()]), ""
		}
	case "KnownArgumentNames":
		return argumentNames(s.arguments()), ""
	case "ProvidedRequiredArguments":
		if argument := s.arguments().ForName(name); argument != nil {
			return s.valuesFor(argument.Type)
		}
	case "ValuesOfCorrectType":
		return s.valueInstead()
	case "KnownDirectives":
		return directiveNames(), ""
	case "KnownFragmentNames":
		for _, fragment := range s.fragments {
			allowed = append(allowed, cut(fragment.Name))
		}
	}
	return allowed, ""
}

// arguments returns those that the directive or field at the site can have.
func (s site) arguments() ast.ArgumentDefinitionList {
	switch {
	case s.directive != nil && s.directive.Definition != nil:
		return s.directive.Definition.Arguments
	case s.field != nil && s.field.Definition != nil:
		return s.field.Definition.Arguments
	}
	return nil
}

// valueInstead returns what could stand in place of the value at the site.
func (s site) valueInstead() (allowed []string, example string) {
	if s.value == nil || s.value.Definition == nil {
		return nil, ""
	}
	if s.value.Definition.Kind == ast.InputObject && s.value.Kind == ast.ObjectValue {
		for _, field := range s.value.Definition.Fields {
			allowed = append(allowed, field.Name)
		}
		return allowed, ""
	}
	return s.valuesFor(s.value.ExpectedType)
}

// valuesFor returns the values of an enum, or an example of any other type.
func (s site) valuesFor(of *ast.Type) (allowed []string, example string) {
	named := definition().Types[of.Name()]
	switch {
	case named == nil:
		return nil, ""
	case named.Kind == ast.Enum:
		return valuesOf(named), ""
	}
	return nil, literalOf(named)
}

// literalOf returns an example of a type as it stands in a query.
func literalOf(named *ast.Definition) string {
	if named.Kind != ast.InputObject {
		return examples[named.Name]
	}
	if named.Name == "EntityRef" {
		return `{name: "Emmanuel Macron"}`
	}
	var fields []string
	for _, field := range named.Fields {
		if field.Type.NonNull || len(named.Fields) == 1 {
			fields = append(fields, field.Name+": …")
		}
	}
	if len(fields) == 0 {
		return ""
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

func fieldNames(of *ast.Definition) (names []string) {
	if of == nil {
		return nil
	}
	for _, field := range of.Fields {
		if !strings.HasPrefix(field.Name, "__") {
			names = append(names, field.Name)
		}
	}
	return names
}

func argumentNames(arguments ast.ArgumentDefinitionList) (names []string) {
	for _, argument := range arguments {
		names = append(names, argument.Name)
	}
	return names
}

func directiveNames() (names []string) {
	for name, directive := range definition().Directives {
		if slices.Contains(directive.Locations, ast.LocationField) {
			names = append(names, "@"+name)
		}
	}
	slices.Sort(names)
	return names
}

// sites finds the places of a document by where they stand in its text.
type sites struct {
	known     map[gqlerror.Location]site
	fragments ast.FragmentDefinitionList
}

func sitesOf(document *ast.QueryDocument) sites {
	s := sites{map[gqlerror.Location]site{}, document.Fragments}
	for _, operation := range document.Operations {
		s.addDirectives(nil, operation.Directives)
		s.addAll(operation.SelectionSet)
	}
	for _, fragment := range document.Fragments {
		s.addAll(fragment.SelectionSet)
	}
	return s
}

// at returns the site of an error; of several, the last one, which is the field that
// repeats another.
func (s sites) at(err *gqlerror.Error) site {
	for _, location := range slices.Backward(err.Locations) {
		if found, ok := s.known[location]; ok {
			return found
		}
	}
	return site{fragments: s.fragments}
}

func (s sites) add(position *ast.Position, at site) {
	if position == nil {
		return
	}
	location := gqlerror.Location{Line: position.Line, Column: position.Column}
	if _, known := s.known[location]; !known { // what is outside comes first
		at.fragments = s.fragments
		s.known[location] = at
	}
}

func (s sites) addAll(selections ast.SelectionSet) {
	for _, selection := range selections {
		switch selection := selection.(type) {
		case *ast.Field:
			s.add(selection.Position, site{field: selection})
			s.addArguments(site{field: selection}, selection.Arguments)
			s.addDirectives(selection, selection.Directives)
			s.addAll(selection.SelectionSet)
		case *ast.InlineFragment:
			s.addDirectives(nil, selection.Directives)
			s.addAll(selection.SelectionSet)
		case *ast.FragmentSpread:
			s.addDirectives(nil, selection.Directives)
		}
	}
}

func (s sites) addDirectives(of *ast.Field, directives ast.DirectiveList) {
	for _, directive := range directives {
		at := site{field: of, directive: directive}
		s.add(directive.Position, at)
		s.addArguments(at, directive.Arguments)
	}
}

func (s sites) addArguments(at site, arguments ast.ArgumentList) {
	for _, argument := range arguments {
		at.argument, at.value = argument, argument.Value
		s.addValue(at, argument.Value)
		at.value = nil
		s.add(argument.Position, at)
	}
}

// addValue adds a value and those inside it.
func (s sites) addValue(at site, value *ast.Value) {
	at.value = value
	s.add(value.Position, at)
	for _, child := range value.Children {
		s.addValue(at, child.Value)
		at.value = value
		s.add(child.Position, at)
	}
}
