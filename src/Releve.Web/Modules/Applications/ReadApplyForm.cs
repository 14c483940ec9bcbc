using System.Globalization;
using Releve.Core.Accounts;
using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Applications;

/// <summary>Reads the form with which one applies: what is wrong is refused beside its field, in the order of the fields.</summary>
public sealed class ReadApplyForm(ApplyForm form, PageText text, Action<string, string> refuse)
{
    public const int LongestLine = 300;
    public const int LongestAnswer = 2000;
    public const int LongestName = 200;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The words; to be used only when nothing was refused.</summary>
    /// <param name="questions">Those that were asked.</param>
    /// <param name="documents">Those that the person may show.</param>
    /// <param name="today">The first day on which one can be available.</param>
    /// <param name="unfinished">It is only kept for later: it may be empty.</param>
    public ApplicationContent Content(IReadOnlyList<string> questions, IReadOnlyCollection<Guid> documents, DateOnly today, bool unfinished = false)
    {
        var message = CleanText.Paragraphs(form.Message) ?? "";
        if (message.Length == 0 && !unfinished)
        {
            refuse("message", text["Applications.message.missing"]);
        }
        else if (message.Length > JobApplication.LongestMessage)
        {
            refuse("message", text.With("Applications.too-long", ("length", message.Length), ("most", JobApplication.LongestMessage)));
        }
        return new ApplicationContent(
            message,
            AvailableFrom(today),
            Short("availability", CleanText.Line(form.Availability), LongestLine),
            [.. questions.Select((question, i) => new QuestionAnswer(question, Answer(i)))],
            [.. form.Show.Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).Where(documents.Contains).Distinct()]
        );
    }

    /// <summary>The person's names.</summary>
    public (string? GivenName, string? FamilyName) Names()
    {
        var given = Name("given-name", form.GivenName, text["Applications.given-name.missing"]);
        var family = Name("family-name", form.FamilyName, text["Applications.family-name.missing"]);
        return (given, family);
    }

    public EmailAddress Email()
    {
        if (!EmailAddress.TryParse(form.Email, out var email))
        {
            refuse("email", text["Accounts.email.wrong"]);
        }
        return email;
    }

    private string? Name(string field, string? typed, string missing)
    {
        var name = Short(field, CleanText.Line(typed), LongestName);
        if (name is null || !name.Any(char.IsLetter))
        {
            refuse(field, missing);
        }
        return name;
    }

    private DateOnly? AvailableFrom(DateOnly today)
    {
        var typed = form.AvailableFrom?.Trim();
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }
        var readable = DateOnly.TryParseExact(typed, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!readable || day < today || day.Year > today.Year + 5)
        {
            refuse("available-from", text.With("Applications.available-from.wrong", ("day", today)));
            return null;
        }
        return day;
    }

    private string Answer(int at)
    {
        var field = "answer-" + at.ToString(CultureInfo.InvariantCulture);
        return Short(field, CleanText.Paragraphs(form.Answers.ElementAtOrDefault(at)), LongestAnswer) ?? "";
    }

    private string? Short(string field, string? words, int most)
    {
        if (words?.Length > most)
        {
            refuse(field, text.With("Applications.too-long", ("length", words.Length), ("most", most)));
        }
        return words;
    }
}
