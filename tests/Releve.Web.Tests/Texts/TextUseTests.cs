using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Tests.Texts;

/// <summary>Texts and the code that shows them fit: none is missing, none is left over.</summary>
public sealed class TextUseTests
{
    private static readonly HashSet<string> Keys = [.. TextBook.In(Language.French).All.Keys];
    private static readonly HashSet<string> Modules = [.. Keys.Select(key => key[..key.IndexOf('.', StringComparison.Ordinal)])];

    [Fact]
    public void Every_text_that_the_code_names_exists() => Uses().Missing(Keys).ShouldBeEmpty();

    [Fact]
    public void Every_text_is_named_by_the_code()
    {
        var uses = Uses();
        Keys.Where(key => !uses.Names(key)).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_and_an_unused_text_are_found()
    {
        HashSet<string> texts = ["Home.title", "Home.kind.shift", "Home.days.one", "Home.days.other", "Home.old"];
        var uses = TextUses.In(
            ["T[\"Home.title\"] T[\"Home.kind.\" + kind] T.Count(\"Home.days\", 3) T[\"Home.new\"] // \"Home.old\""],
            new HashSet<string> { "Home" }
        );
        uses.Missing(texts).ShouldBe(["Home.new"]);
        texts.Where(key => !uses.Names(key)).ShouldBe(["Home.old"]);
    }

    private static TextUses Uses() => TextUses.In(SourceFiles.Under("src/Releve.Web", ".cs", ".cshtml").Select(file => file.Text), Modules);
}
