using Microsoft.Playwright;
using Releve.Core.Languages;
using Releve.Web.Modules.Inbox;

namespace Releve.Browser.Tests;

/// <summary>The inbox in the forms that a press leads to, and without a mouse.</summary>
public sealed class InboxPagesTests(RunningSite site)
{
    [Theory]
    [InlineData(Language.French, 390, true)]
    [InlineData(Language.Dutch, 1280, false)]
    [InlineData(Language.English, 390, false)]
    public async Task A_board_an_empty_search_and_an_answer_to_several_are_sound(Language language, int width, bool dark)
    {
        await using var desk = await Visit.BeginAsync(site, language, dark, width);
        await desk.SignInAsync(site, "karim", language);
        var list = InboxLinks.List(language);
        foreach (var address in new[] { list + "?view=board", list + "?state=all&q=xyzzy", list + "?done=nobody" })
        {
            await desk.GoAsync(address);
            await LookAsync(desk, address);
        }
        await desk.GoAsync(list + "?state=all");
        await desk.Page.Locator(".inbox-line input[type=checkbox]").First.CheckAsync();
        await desk.Page.Locator("#batch button[type=submit]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#batch-form")).ToBeVisibleAsync();
        await LookAsync(desk, "an answer to several");
        desk.Slips.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_is_written_with_the_keyboard_alone(bool script)
    {
        var note = "Clavier " + Guid.NewGuid().ToString("N")[..8];
        await using var desk = await Visit.BeginAsync(site, script: script);
        await desk.SignInAsync(site, "karim");
        await desk.GoAsync(InboxLinks.List(Language.French));
        await desk.TabToAsync(".inbox-line .org-name a");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator("#note-form")).ToBeVisibleAsync();
        await desk.TabToAsync("#note");
        await desk.Page.Keyboard.TypeAsync(note);
        await desk.TabToAsync("#note-form button");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator(".said").First).ToContainTextAsync(note);
        desk.Slips.ShouldBeEmpty();
    }

    private static async Task LookAsync(Visit visit, string what)
    {
        (await visit.AxeAsync()).ShouldBeEmpty(what);
        (await visit.OverflowAsync()).ShouldBeNull(what);
    }
}
