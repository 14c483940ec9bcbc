namespace Releve.Core.Documents;

/// <summary>Why a file is not taken.</summary>
public enum FileProblem
{
    Empty,
    TooLarge,

    /// <summary>Neither PDF, PNG, JPEG nor DOCX, whatever its name says.</summary>
    WrongKind,

    /// <summary>A photograph must be PNG or JPEG.</summary>
    NotAPicture,

    /// <summary>A picture of more points than a browser can hold.</summary>
    TooManyPixels,

    /// <summary>It begins as one kind and is not one to its end.</summary>
    Damaged,

    /// <summary>Two kinds of file in one, or a page of the web within: made to deceive.</summary>
    Mixed,

    /// <summary>A compressed file that unpacks to far more than a text needs.</summary>
    TooMuchInside,

    /// <summary>A text with programs in it.</summary>
    Macros,

    /// <summary>The person has as many documents as one may have.</summary>
    TooMany,
}

/// <summary>What a file is by its bytes, or why it is not taken.</summary>
public readonly record struct FileVerdict
{
    private FileVerdict(string? contentType, FileProblem? problem)
    {
        ContentType = contentType;
        Problem = problem;
    }

    /// <summary>The type of a file that is taken.</summary>
    public string? ContentType { get; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public FileProblem? Problem { get; }

    internal static FileVerdict Is(string contentType) => new(contentType, null);

    internal static FileVerdict Refused(FileProblem problem) => new(null, problem);
}
