// Package cli has what a command line needs beside its commands: flags of a
// few words, errors of usage, what its arguments mean, the manual page.
package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// UsageError is an error in the words of the command line.
type UsageError struct{ error }

// Unwrap returns the error itself.
func (e UsageError) Unwrap() error { return e.error }

// Usage makes an error one of usage, with where to read more.
func Usage(c *cobra.Command, err error) error {
	return UsageError{fmt.Errorf("%w (see %s --help)", err, c.CommandPath())}
}

// Misused makes an error one of usage, in its own words.
func Misused(err error) error { return UsageError{err} }

// OneLine is what an error says, on one line whatever it quotes.
func OneLine(err error) string {
	return strings.Join(strings.Fields(err.Error()), " ")
}

// Choice is the value of a flag that is one of a few words.
type Choice struct {
	value string
	of    []string
}

// OneOf returns a choice of words, the first of them until another is set.
func OneOf(words ...string) *Choice { return &Choice{words[0], words} }

// Flag makes the choice a flag of the command, among flags f, that the shell
// completes.
func (h *Choice) Flag(c *cobra.Command, f *pflag.FlagSet, name, usage string) {
	f.Var(h, name, usage)
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(h.of, cobra.ShellCompDirectiveNoFileComp)) // fails only if done twice
}

// String returns the word chosen.
func (h *Choice) String() string { return h.value }

// Type returns the words there are, as help shows them.
func (h *Choice) Type() string { return strings.Join(h.of, "|") }

// Set chooses a word. It is an error if it is none of those there are.
func (h *Choice) Set(s string) error {
	if !slices.Contains(h.of, s) {
		return fmt.Errorf("want %s", strings.Join(h.of, " or "))
	}
	h.value = s
	return nil
}

// StrictCompletion makes a mistyped shell an error rather than a help text.
func StrictCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	c, _, err := root.Find([]string{"completion"})
	if err != nil || c == root {
		return
	}
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return Usage(c, fmt.Errorf("unknown shell %q", args[0]))
		}
		return c.Help()
	}
}

// QueryAndPaths divides arguments whose first is a query unless there is such
// a path, or it must be meant as one. It is an error if a path is not there.
func QueryAndPaths(args []string) (query string, paths []string, err error) {
	if len(args) == 0 {
		return "", nil, nil
	}
	_, err = os.Stat(args[0])
	if err == nil || len(args) == 1 && strings.ContainsAny(args[0], `/\`) {
		return "", args, Exist(args...)
	}
	return args[0], args[1:], Exist(args[1:]...)
}

// Exist says of the first path that is not there that it is not.
func Exist(paths ...string) error {
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return fmt.Errorf("open %s: %w", p, errors.Unwrap(err))
		}
	}
	return nil
}

// Paths is [Exist] for the arguments of a command that has others beneath it: the
// first may be a slip of one of their names.
func Paths(c *cobra.Command, paths []string) error {
	err := Exist(paths...)
	if err == nil || Exist(paths[0]) == nil {
		return err
	}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(paths[0]); len(near) > 0 {
		return fmt.Errorf("%w; did you mean the command %s?", err, near[0])
	}
	return err
}

// Title names a corpus by the paths it is read from.
func Title(paths []string) string {
	switch len(paths) {
	case 0:
		return "the built-in sample"
	case 1:
		return named(paths[0])
	}
	return fmt.Sprintf("%s and %d more", named(paths[0]), len(paths)-1)
}

// named returns a path, or the name of the folder where the path has none.
func named(path string) string {
	if b := filepath.Base(path); b != "." && b != ".." {
		return path
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return filepath.Base(abs)
}
