package dev.kompox.e2e.kill;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Put a point before and after each record that is written to a journal; the product has no hook
 * for this. The argument is the number of the point to die at.
 */
public final class KillAgent {

    private static final String JOURNAL = "dev/kompox/operations/journal/JournalFile";
    private static final ClassDesc KILLER = ClassDesc.of("dev.kompox.e2e.kill.Killer");
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private KillAgent() {}

    /** Called by the virtual machine. */
    public static void premain(String point, Instrumentation instrumentation) {
        Killer.aim(Integer.parseInt(point));
        instrumentation.addTransformer(new Points());
    }

    /** Rewrites the one method. */
    private static final class Points implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                ClassLoader loader,
                String name,
                Class<?> redefined,
                ProtectionDomain domain,
                byte[] bytes) {
            if (!JOURNAL.equals(name)) {
                return null;
            }
            ClassFile file = ClassFile.of();
            return file.transformClass(
                    file.parse(bytes),
                    ClassTransform.transformingMethodBodies(
                            method -> method.methodName().equalsString("append"), new Around()));
        }
    }

    /** Adds the calls. */
    private static final class Around implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            code.invokestatic(KILLER, "point", NOTHING);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction) {
                code.invokestatic(KILLER, "point", NOTHING);
            }
            code.with(element);
        }
    }
}
