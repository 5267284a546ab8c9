// Verbatim is a briefing reader for the desk editor: it reads articles and
// shows who said what, and how each outlet printed it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/ui/report"
)

// The exit codes.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
)

func main() {
	a := &app{out: os.Stdout, errs: os.Stderr}
	os.Exit(a.run(os.Args[1:]))
}

// app is one run of the program: where it writes and what the flags say.
type app struct {
	out, errs io.Writer
	index     string
	noColor   bool
	theme     choice
}

// usageError is an error in the words of the command line.
type usageError struct{ error }

// run carries out a command line and returns the exit code.
func (a *app) run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second ctrl-c ends the program at once
	cmd := a.root()
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	return a.exitCode(err)
}

// exitCode says an error in one line and returns its exit code.
func (a *app) exitCode(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	fmt.Fprintln(a.errs, "verbatim:", oneLine(err))
	if u := (usageError{}); errors.As(err, &u) {
		return exitUsage
	}
	return exitFailure
}

func oneLine(err error) string {
	return report.Inert(strings.Join(strings.Fields(err.Error()), " "))
}

func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "verbatim [PATH…]",
		Short: "Who said what, and how each outlet printed it",
		Long: `Verbatim reads articles and shows who acts, what happened when, who said what,
and the same statement side by side as each outlet printed it.

PATH is a file or a folder of articles: text, Markdown, HTML pages, JSONL, plain
or gzipped. Without one the built-in sample opens. Where the output is no
terminal the briefing is printed as Markdown.`,
		Example: `  verbatim                                  the built-in sample
  verbatim articles/                        a folder in the reader
  verbatim articles/ | less                 the same as Markdown
  verbatim export --format json articles/   the same for a program
  verbatim search '"will not" speaker:venn' articles/`,
		Args:          cobra.ArbitraryArgs,
		Version:       corpus.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          a.read,
	}
	c.SetOut(a.out)
	c.SetErr(a.errs)
	c.SetVersionTemplate("verbatim {{.Version}}\n")
	c.SetFlagErrorFunc(usage)
	a.flags(c)
	c.AddCommand(a.exportCommand())
	strictCompletion(c)
	return c
}

// usage makes an error one of usage, with where to read more.
func usage(c *cobra.Command, err error) error {
	return usageError{fmt.Errorf("%w (see %s --help)", err, c.CommandPath())}
}

// flags lays down the flags that all commands share.
func (a *app) flags(c *cobra.Command) {
	f := c.PersistentFlags()
	f.StringVar(&a.index, "index", "", "keep the index in `DIR` (default: in the XDG data folder, one for each corpus)")
	f.BoolVar(&a.noColor, "no-color", os.Getenv("NO_COLOR") != "", "no colours; the variable NO_COLOR asks for the same")
	a.theme = choice{value: "auto", of: []string{"auto", "dark", "light"}}
	a.theme.flag(c, f, "theme", "colours for the terminal's background")
}

// choice is the value of a flag that is one of a few words.
type choice struct {
	value string
	of    []string
}

// flag makes the choice a flag that the shell completes.
func (h *choice) flag(c *cobra.Command, f *pflag.FlagSet, name, usage string) {
	f.Var(h, name, usage)
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(h.of, cobra.ShellCompDirectiveNoFileComp)) // fails only if done twice
}

func (h *choice) String() string { return h.value }

func (h *choice) Type() string { return strings.Join(h.of, "|") }

func (h *choice) Set(s string) error {
	if !slices.Contains(h.of, s) {
		return fmt.Errorf("want %s", strings.Join(h.of, " or "))
	}
	h.value = s
	return nil
}

// strictCompletion makes a mistyped shell an error rather than a help text.
func strictCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	c, _, err := root.Find([]string{"completion"})
	if err != nil || c == root {
		return
	}
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage(c, fmt.Errorf("unknown shell %q", args[0]))
		}
		return c.Help()
	}
}

func (a *app) exportCommand() *cobra.Command {
	format := choice{value: "json", of: []string{"json", "md"}}
	c := &cobra.Command{
		Use:   "export [PATH…]",
		Short: "Print the briefing for a program or a colleague",
		RunE: func(c *cobra.Command, paths []string) error {
			write := report.JSON
			if format.value == "md" {
				write = report.Markdown
			}
			return a.print(c.Context(), paths, write)
		},
	}
	format.flag(c, c.Flags(), "format", "the form of the output")
	return c
}

// read opens the reader, or prints the briefing where there is no terminal.
func (a *app) read(c *cobra.Command, paths []string) error {
	return a.print(c.Context(), paths, report.Markdown)
}

// print reads the articles at paths and writes their briefing.
func (a *app) print(ctx context.Context, paths []string, write func(io.Writer, *news.Briefing) error) error {
	b, err := corpus.Read(ctx, paths, corpus.Options{})
	if err != nil {
		return err
	}
	a.tellProblems(b.Problems)
	return write(a.out, &b)
}

// tellProblems says on the error stream how many files could not be read; the
// briefing itself says which and why.
func (a *app) tellProblems(ps []news.Problem) {
	switch len(ps) {
	case 0:
	case 1:
		fmt.Fprintf(a.errs, "verbatim: 1 file could not be read: %s: %s\n", report.Inert(ps[0].File), report.Inert(ps[0].What))
	default:
		fmt.Fprintf(a.errs, "verbatim: %d files could not be read\n", len(ps))
	}
}
