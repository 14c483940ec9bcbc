using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Listings;
using Releve.Core.Publishing;
using Releve.Web.Modules.Listings;

namespace Releve.Web.Tests.Publishing;

/// <summary>Each kind from the choice of the kind through all its steps to the public page, which says every field that was typed.</summary>
public sealed class EveryKindTests
{
    public static TheoryData<ListingKind> Kinds => [.. ListingKinds.All];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_typed_in_the_steps_of_a_kind_stands_on_its_public_page(ListingKind kind)
    {
        var sample = EveryKind.Samples.Single(one => one.Kind == kind);
        await using var room = await Newsroom.OpenAsync();
        var visitor = await room.Site.SignedInAsync(room.Recruiter);

        var step = await Newsroom.BeginAsync(visitor, room.Hospital.Slug, kind);
        foreach (var one in Enum.GetValues<FormStep>())
        {
            await FillStepAsync(visitor, step, sample, one);
        }
        var preview = await visitor.GetAsync(Newsroom.Preview(step));
        await visitor.SubmitAsync(preview, Newsroom.Preview(step), "form.publish-now", HttpStatusCode.Redirect);

        var listing = await room.Site.ReadAsync(db => db.Listings.SingleAsync());
        (listing.Kind, listing.Status).ShouldBe((kind, ListingStatus.Live));
        var address = ListingsLinks.Listing(listing.Reference, "x", Releve.Core.Languages.Language.French);
        var page = (await room.Site.GetAsync(address)).QuerySelector("main")!;
        Spec(page, "work").ShouldBe(Said(sample.Shown), customMessage: "The page does not say what was typed.");
        Spec(page, "conditions").ShouldBe([.. Conditions(sample)]);
        Spec(preview.QuerySelector("main")!, "work", inPreview: true).ShouldBe(Said(sample.Shown), customMessage: "The preview is not the page.");
        page.QuerySelector(".reply")!.TextContent.ShouldContain("Karim Benali");
        page.QuerySelector(".reply a[href='tel:0237303031']").ShouldNotBeNull();
        page.QuerySelector(".reply a[href^='mailto:rh@exemple.fr']").ShouldNotBeNull();
        page.TextContent.ShouldContain("4 rue du Docteur-Maunoury");
        page.QuerySelectorAll(".listing-kind .tag").Length.ShouldBe(sample.Typed.Contains("urgent = true", StringComparison.Ordinal) ? 1 : 0);
        (await room.Site.GetAsync(address.Replace("/fr/offre", "/nl/aanbieding", StringComparison.Ordinal)))
            .QuerySelector("h1")!
            .TextContent.ShouldBe("Een plaats in Chartres");
    }

    [Fact]
    public void The_samples_fill_in_every_field_of_every_kind()
    {
        foreach (var sample in EveryKind.Samples)
        {
            var typed = Typed(sample).Select(line => line.Name).ToHashSet(StringComparer.Ordinal);
            KindFields
                .Of(sample.Kind)
                .Where(field => field.Name != "language" && field.Control != FieldControl.Photographs && !field.Inputs.Any(typed.Contains))
                .ShouldBeEmpty();
        }
    }

    /// <summary>Types what belongs to a step in the controls that it has; a control that is missing fails here.</summary>
    private static async Task FillStepAsync(TestVisitor visitor, string first, KindSample sample, FormStep step)
    {
        var address = first[..^1] + (int)step;
        var page = await visitor.GetAsync(address);
        var fields = new List<(string, string?)>();
        var inputs = KindFields.Of(sample.Kind, step).SelectMany(field => field.Inputs).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in Typed(sample).Where(line => inputs.Contains(line.Name)))
        {
            page.QuerySelector($"form#step [name='{name}']").ShouldNotBeNull($"Step {step} has no control for {name}.");
            fields.AddRange(value.Split('|').Select(one => (name, (string?)one)));
        }
        await visitor.SubmitAsync(page, address, "form#step", HttpStatusCode.Redirect, [.. fields, ("go", "next")]);
    }

    private static IEnumerable<(string Name, string Value)> Typed(KindSample sample) => EveryKind.Lines(EveryKind.Typed).Concat(EveryKind.Lines(sample.Typed));

    private static IEnumerable<string> Conditions(KindSample sample)
    {
        if (sample.Dates is { } dates)
        {
            yield return "Dates = " + dates;
        }
        if (sample.Kind == ListingKind.SalariedPost)
        {
            yield return "Salaire = 2 450 € à 2 900,50 € par mois, brut, Ségur compris";
        }
        foreach (var line in Said(EveryKind.Shown))
        {
            yield return line;
        }
    }

    private static string[] Said(string lines) => [.. EveryKind.Lines(lines).Select(line => $"{line.Name} = {line.Value}")];

    /// <summary>The facts of a section of the page, spaces plain; in the preview the sections stand in the same order without names.</summary>
    private static string[] Spec(IElement page, string section, bool inPreview = false) =>
        [
            .. page.QuerySelector(inPreview ? "dl.spec" : $"section[aria-labelledby={section}] dl.spec")!
                .QuerySelectorAll("div")
                .Select(line => Plain($"{line.QuerySelector("dt")!.TextContent} = {line.QuerySelector("dd")!.TextContent}")),
        ];

    private static string Plain(string text) => text.Trim().Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
