using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Releve.Core.Listings;

namespace Releve.Web.Modules.Shared;

/// <summary>One decisive fact: "Rétrocession" and "80 %".</summary>
public sealed record CardFact(string Label, string Value);

/// <summary>
/// The card of a listing, written straight into the response: a Razor partial a card would cost a third of a results page.
/// Use it as an expression in a page: @card.
/// </summary>
public sealed class ListingCard : IHtmlContent
{
    public required ListingKind Kind { get; init; }

    /// <summary>The kind in words, in the language of the page.</summary>
    public required string KindName { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public required string Organisation { get; init; }

    public required string Place { get; init; }

    /// <summary>Beside the plate: distance, station nearby.</summary>
    public string? PlaceNote { get; init; }

    /// <summary>At most three, chosen for the kind.</summary>
    public IReadOnlyList<CardFact> Facts { get; init; } = [];

    /// <summary>A state worth a tag at the top: "Urgent", "Dans 9 jours".</summary>
    public string? Tag { get; init; }

    /// <summary>good, warn, bad or nothing.</summary>
    public string? TagTone { get; init; }

    /// <summary>Lets the map find the card, as data-listing.</summary>
    public string? Key { get; init; }

    /// <summary>Language of the texts if it is not that of the page, so that they are read aloud rightly.</summary>
    public string? Language { get; init; }

    /// <summary>The button that keeps the listing as a favourite; null for visitors who are not signed in.</summary>
    public KeepButton? Keep { get; init; }

    /// <summary>2 under a page's title, 3 within a section.</summary>
    public int HeadingLevel { get; init; } = 2;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        WriteTop(writer, encoder);
        WriteTitle(writer, encoder);
        writer.Write("<p class=\"card-org\">");
        encoder.Encode(writer, Organisation);
        writer.Write("</p><p class=\"card-place\"><span class=\"plate\">");
        encoder.Encode(writer, Place);
        writer.Write("</span>");
        if (PlaceNote is not null)
        {
            writer.Write("<span>");
            encoder.Encode(writer, PlaceNote);
            writer.Write("</span>");
        }

        writer.Write("</p>");
        WriteFacts(writer, encoder);
        writer.Write("</article>");
    }

    private void WriteTop(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<article class=\"card\" data-kind=\"");
        writer.Write(Kind.Slug());
        if (Key is not null)
        {
            writer.Write("\" data-listing=\"");
            encoder.Encode(writer, Key);
        }

        writer.Write("\"><header class=\"card-top\">");
        KindMark.Write(writer, Kind);
        writer.Write("<p class=\"card-kind\">");
        encoder.Encode(writer, KindName);
        writer.Write("</p>");
        if (Tag is not null)
        {
            writer.Write("<p class=\"tag");
            if (TagTone is not null)
            {
                writer.Write(" tag-");
                writer.Write(TagTone);
            }

            writer.Write("\">");
            encoder.Encode(writer, Tag);
            writer.Write("</p>");
        }

        Keep?.WriteTo(writer, encoder);
        writer.Write("</header>");
    }

    private void WriteTitle(TextWriter writer, HtmlEncoder encoder)
    {
        var level = (char)('0' + HeadingLevel);
        writer.Write("<h");
        writer.Write(level);
        writer.Write(" class=\"card-title\"><a href=\"");
        encoder.Encode(writer, Url);
        writer.Write('"');
        WriteLanguage(writer, encoder);
        writer.Write('>');
        encoder.Encode(writer, Title);
        writer.Write("</a></h");
        writer.Write(level);
        writer.Write('>');
    }

    private void WriteFacts(TextWriter writer, HtmlEncoder encoder)
    {
        if (Facts.Count == 0)
        {
            return;
        }

        writer.Write("<dl class=\"facts\">");
        foreach (var fact in Facts)
        {
            writer.Write("<div><dt>");
            encoder.Encode(writer, fact.Label);
            writer.Write("</dt><dd>");
            encoder.Encode(writer, fact.Value);
            writer.Write("</dd></div>");
        }

        writer.Write("</dl>");
    }

    private void WriteLanguage(TextWriter writer, HtmlEncoder encoder)
    {
        if (Language is not null)
        {
            writer.Write(" lang=\"");
            encoder.Encode(writer, Language);
            writer.Write('"');
        }
    }
}
