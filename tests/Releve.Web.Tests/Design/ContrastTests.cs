using System.Globalization;
using System.Text.RegularExpressions;
using Releve.Core.Listings;
using Releve.Core.Territories;

namespace Releve.Web.Tests.Design;

/// <summary>Every pair of text and ground in both schemes, recomputed from the style sheets (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public sealed partial class ContrastTests
{
    private const double Text = 4.5;
    private const double Shape = 3;

    private static readonly Tokens All = Tokens.Read();
    private static readonly bool[] Schemes = [false, true];

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        Add(
            pairs,
            Text,
            "--ink",
            "--paper",
            "--surface",
            "--sunk",
            "--canard-tint",
            "--aube-tint",
            "--good-tint",
            "--warn-tint",
            "--bad-tint",
            "--sky-1",
            "--sky-2",
            "--sky-3",
            "--map-land"
        );
        Add(pairs, Text, "--ink-soft", "--paper", "--surface", "--sunk", "--canard-tint", "--aube-tint");
        Add(pairs, Text, "--canard", "--paper", "--surface", "--sunk");
        Add(pairs, Text, "--canard-deep", "--paper", "--surface", "--canard-tint");
        Add(pairs, Text, "--on-canard", "--canard", "--canard-deep");
        Add(pairs, Text, "--on-aube", "--aube", "--aube-deep");
        Add(pairs, Text, "--on-band", "--band");
        Add(pairs, Text, "--good", "--good-tint", "--paper", "--surface");
        Add(pairs, Text, "--warn", "--warn-tint", "--paper", "--surface");
        Add(pairs, Text, "--bad", "--bad-tint", "--paper", "--surface");
        Add(pairs, Text, "--on-heat-low", "--heat-1", "--heat-2", "--heat-3");
        Add(pairs, Text, "--on-heat-high", "--heat-4", "--heat-5");
        Add(pairs, Text, "--series-1", "--surface");
        Add(pairs, Text, "--series-2", "--surface");
        Add(pairs, Text, "--series-3", "--surface");
        Add(pairs, Text, "--series-4", "--surface");

        Add(pairs, Shape, "--line-strong", "--surface", "--paper", "--sunk");
        Add(pairs, Shape, "--focus", "--surface", "--paper", "--sunk");
        return pairs;
    }

    public static TheoryData<string> Kinds() => [.. Tokens.Kinds().Keys];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Pair_is_readable_in_light_and_dark(string ink, string ground, double least)
    {
        foreach (var dark in Schemes)
        {
            All.Value(ink, dark)!.Against(All.Value(ground, dark)!).ShouldBeGreaterThanOrEqualTo(least, $"{ink} on {ground}, {(dark ? "dark" : "light")}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_is_readable_in_light_and_dark(string kind)
    {
        var hue = Tokens.Kinds()[kind];
        foreach (var dark in Schemes)
        {
            var (ink, solid) = (All.Value("--kind-ink", dark, hue)!, All.Value("--kind-solid", dark, hue)!);
            ink.Against(All.Value("--kind-tint", dark, hue)!).ShouldBeGreaterThanOrEqualTo(Text);
            ink.Against(All.Value("--surface", dark)!).ShouldBeGreaterThanOrEqualTo(Text);
            ink.Against(All.Value("--paper", dark)!).ShouldBeGreaterThanOrEqualTo(Text);
            All.Value("--on-kind", dark, hue)!.Against(solid).ShouldBeGreaterThanOrEqualTo(Text);
            solid.Against(All.Value("--surface", dark)!).ShouldBeGreaterThanOrEqualTo(Shape);
            solid.Against(All.Value("--map-land", dark)!).ShouldBeGreaterThanOrEqualTo(Shape);
            solid.IsOnScreen.ShouldBeTrue();
        }
    }

    [Fact]
    public void Every_hue_of_a_territory_is_readable_in_light_and_dark()
    {
        var hues = Tokens.Hues();
        hues.Keys.ShouldBe(TerritoryHues.All);
        foreach (var hue in hues.Values)
        {
            foreach (var dark in Schemes)
            {
                var (ink, solid, tint) = (All.Value("--hue-ink", dark, hue)!, All.Value("--hue-solid", dark, hue)!, All.Value("--hue-tint", dark, hue)!);
                ink.Against(tint).ShouldBeGreaterThanOrEqualTo(Text);
                ink.Against(All.Value("--surface", dark)!).ShouldBeGreaterThanOrEqualTo(Text);
                All.Value("--ink", dark)!.Against(tint).ShouldBeGreaterThanOrEqualTo(Text);
                solid.Against(tint).ShouldBeGreaterThanOrEqualTo(Shape);
                solid.Against(All.Value("--surface", dark)!).ShouldBeGreaterThanOrEqualTo(Shape);
                solid.Against(All.Value("--paper", dark)!).ShouldBeGreaterThanOrEqualTo(Shape);
                (ink.IsOnScreen && solid.IsOnScreen && tint.IsOnScreen).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(215), InlineData(30), InlineData(75), InlineData(150), InlineData(285), InlineData(350)]
    public void Tone_of_a_logo_is_readable_in_light_and_dark(double hue)
    {
        var tone = new Dictionary<string, double> { ["--tone-h"] = hue };
        foreach (var dark in Schemes)
        {
            var (ink, fill) = (All.Value("--tone-ink", dark, tone)!, All.Value("--tone-fill", dark, tone)!);
            ink.Against(fill).ShouldBeGreaterThanOrEqualTo(Text);
            (ink.IsOnScreen && fill.IsOnScreen).ShouldBeTrue();
        }
    }

    [Fact]
    public void Every_kind_of_listing_has_its_own_hue()
    {
        var kinds = Tokens.Kinds();
        ListingKinds.All.Select(kind => kind.Slug()).ShouldBeSubsetOf(kinds.Keys);
        kinds.Values.Select(kind => kind["--kind-h"]).ShouldBeUnique();
    }

    [Fact]
    public void The_bar_of_a_phone_has_the_colour_of_the_header()
    {
        var layout = File.ReadAllText(Path.Combine(Tokens.Folder, "..", "Modules", "Shared", "_Layout.cshtml"));
        layout.ShouldContain($"content=\"{All.Value("--surface", dark: false)!.Hex}\" media=\"(prefers-color-scheme: light)\"");
        layout.ShouldContain($"content=\"{All.Value("--surface", dark: true)!.Hex}\" media=\"(prefers-color-scheme: dark)\"");
    }

    [Fact]
    public void Every_colour_exists_on_a_screen()
    {
        var hue = new Dictionary<string, double>
        {
            ["--kind-h"] = 215,
            ["--kind-c"] = 0.07,
            ["--tone-h"] = 215,
            ["--hue-h"] = 196,
            ["--hue-c"] = 0.07,
        };
        var missing =
            from name in All.Colours
            from dark in Schemes
            where All.Value(name, dark, hue) is { IsOnScreen: false }
            select $"{name}, {(dark ? "dark" : "light")}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Browsers_without_light_dark_get_the_same_light_scheme()
    {
        var fallback = File.ReadAllText(Path.Combine(Tokens.Folder, "15-no-light-dark.css"));
        var root = fallback[..fallback.IndexOf("--kind-ink", StringComparison.Ordinal)];
        var written = Hex().Matches(root).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        foreach (
            var name in All.Colours.Where(name =>
                !name.StartsWith("--kind", StringComparison.Ordinal)
                && !name.StartsWith("--tone", StringComparison.Ordinal)
                && !name.StartsWith("--hue", StringComparison.Ordinal)
                && name != "--shade"
                && name != "--on-kind"
            )
        )
        {
            written.ShouldContainKey(name);
            written[name].ShouldBe(All.Value(name, dark: false)?.Hex ?? "transparent", name);
        }

        foreach (var (name, hue) in Tokens.Hues())
        {
            var (ink, solid, tint) = (
                All.Value("--hue-ink", false, hue)!.Hex,
                All.Value("--hue-solid", false, hue)!.Hex,
                All.Value("--hue-tint", false, hue)!.Hex
            );
            fallback.ShouldContain($"[data-hue=\"{name}\"] {{ --hue-ink: {ink}; --hue-solid: {solid}; --hue-tint: {tint}; }}");
        }

        foreach (var (kind, hue) in Tokens.Kinds())
        {
            fallback.ShouldContain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[data-kind=\"{kind}\"] {{ --kind-ink: {All.Value("--kind-ink", dark: false, hue)!.Hex}; --kind-solid: {All.Value("--kind-solid", dark: false, hue)!.Hex};"
                )
            );
        }
    }

    private static void Add(TheoryData<string, string, double> pairs, double least, string ink, params string[] grounds)
    {
        foreach (var ground in grounds)
        {
            pairs.Add(ink, ground, least);
        }
    }

    [GeneratedRegex(@"(?<name>--[\w-]+): (?<value>#[0-9a-f]{6}|transparent);", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
